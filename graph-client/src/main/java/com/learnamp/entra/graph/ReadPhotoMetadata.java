package com.learnamp.entra.graph;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.learnamp.entra.graph.GraphException.Category;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Twenty people's photo metadata in one batch. */
final class ReadPhotoMetadata {

    private static final Set<String> NO_PERSON = Set.of("Request_ResourceNotFound");

    /** Codes that say it whatever the status is. */
    private static final Set<String> NO_PHOTO =
            Set.of("ImageNotFound", "ErrorNonExistentMailbox", "MailboxNotEnabledForRESTAPI");

    private final Batch batch;
    private final Clock clock;

    ReadPhotoMetadata(Batch batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    static void check(List<UUID> users) {
        if (users.size() > Batch.MOST_STEPS) {
            throw new IllegalArgumentException(
                    "Photo metadata is for at most " + Batch.MOST_STEPS + " users at once");
        }
    }

    List<PhotoReading> read(List<UUID> users) {
        Set<UUID> asked = new LinkedHashSet<>(users);
        if (asked.isEmpty()) {
            return List.of();
        }
        RequestTag tag = RequestTag.batch(RequestKind.PHOTO_METADATA);
        Map<String, BatchAnswer> answers =
                batch.send(
                        tag,
                        asked.stream()
                                .map(user ->
                                        BatchStep.get(user.toString(), "/users/" + user + "/photo"))
                                .toList());
        List<PhotoReading> readings = new ArrayList<>();
        for (UUID user : asked) {
            readings.add(sorted(user, tag, answers.get(user.toString())));
        }
        return List.copyOf(readings);
    }

    /**
     * No photo, or no mailbox that could have one. "No such person" is not "no photo": he may just
     * not be replicated yet. Either may be said by an inner code alone.
     */
    static boolean saysNoPhoto(GraphException failure) {
        return failure.says(NO_PHOTO)
                || (failure.category() == Category.NOT_FOUND && !failure.says(NO_PERSON));
    }

    private PhotoReading sorted(UUID user, RequestTag tag, @Nullable BatchAnswer answer) {
        if (answer == null) {
            return new PhotoReading.Failed(
                    user,
                    new GraphException(
                            Category.UNAVAILABLE,
                            "Microsoft Graph left a part of the batch unanswered; it is asked again by itself."));
        }
        if (!answer.successful()) {
            GraphException failure = GraphFailures.sort(answer.failure(tag, clock));
            return saysNoPhoto(failure)
                    ? new PhotoReading.NoPhoto(user)
                    : new PhotoReading.Failed(user, failure);
        }
        if (!(answer.body() instanceof JsonObject photo)) {
            return new PhotoReading.Failed(
                    user,
                    new GraphException(
                            Category.MALFORMED,
                            "Microsoft Graph's answer lacks the photo's metadata"));
        }
        return photo(user, photo);
    }

    /** Graph has two ways to say "none": a 404, and a picture of one pixel without an ETag. */
    private static PhotoReading photo(UUID user, JsonObject photo) {
        String mediaEtag = text(photo, "@odata.mediaEtag");
        int width = (int) MeasureRequests.number(text(photo, "width"));
        int height = (int) MeasureRequests.number(text(photo, "height"));
        boolean pixel = width == 1 && height == 1;
        if (mediaEtag.isBlank() || mediaEtag.equals("\"\"") || pixel) {
            return new PhotoReading.NoPhoto(user);
        }
        return new PhotoReading.PhotoMetadata(
                user, mediaEtag, text(photo, "@odata.mediaContentType"), width, height);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }
}
