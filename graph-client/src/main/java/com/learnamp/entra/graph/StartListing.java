package com.learnamp.entra.graph;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.kiota.serialization.JsonParseNode;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the first listing of a group begins with: three steps of one batch. */
final class StartListing {

    private static final String GROUP = "group";
    private static final String BIN = "bin";
    private static final String CHANGES = "changes";

    private final Batch batch;
    private final GraphLinks links;
    private final Clock clock;

    StartListing(Batch batch, GraphLinks links, Clock clock) {
        this.batch = batch;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @throws GraphException if Graph does not say whether the group is there
     */
    ListingStart of(UUID group) {
        RequestTag tag = RequestTag.batch(RequestKind.LISTING_START);
        Map<String, BatchAnswer> answers =
                batch.send(
                        tag,
                        List.of(
                                BatchStep.get(
                                        GROUP,
                                        "/groups/"
                                                + group
                                                + "?$select="
                                                + String.join(",", ReadGroup.ATTRIBUTES)),
                                BatchStep.get(
                                        BIN,
                                        "/directory/deletedItems/microsoft.graph.user?$select=id&$top="
                                                + ListDeleted.PAGE),
                                BatchStep.get(
                                        CHANGES,
                                        "/groups/delta?$deltatoken=latest&$select=members")));
        return new ListingStart(
                group(tag, answers.get(GROUP)),
                deleted(answers.get(BIN)),
                groupsLink(answers.get(CHANGES)));
    }

    private Optional<DirectoryGroup> group(RequestTag tag, @Nullable BatchAnswer answer) {
        if (answer == null) {
            throw new GraphException(
                    GraphException.Category.UNAVAILABLE,
                    "Microsoft Graph left a part of the batch unanswered; the group is asked for again by itself.");
        }
        if (answer.notFound()) {
            return Optional.empty();
        }
        if (!answer.successful()) {
            throw GraphFailures.sort(answer.failure(tag, clock));
        }
        return Optional.of(
                ReadGroup.from(
                        GraphCalls.present(
                                read(answer, Group::createFromDiscriminatorValue), "the group")));
    }

    private @Nullable DeletedPage deleted(@Nullable BatchAnswer answer) {
        if (answer == null || !answer.successful()) {
            return null;
        }
        UserCollectionResponse page =
                read(answer, UserCollectionResponse::createFromDiscriminatorValue);
        return page == null || page.getValue() == null ? null : ListDeleted.page(page, null, links);
    }

    private @Nullable String groupsLink(@Nullable BatchAnswer answer) {
        return answer != null
                        && answer.successful()
                        && answer.body() instanceof JsonObject body
                        && body.get("@odata.deltaLink") instanceof JsonPrimitive link
                ? links.checked(link.getAsString())
                : null;
    }

    private static <T extends Parsable> @Nullable T read(
            BatchAnswer answer, ParsableFactory<T> type) {
        return answer.body() == null ? null : new JsonParseNode(answer.body()).getObjectValue(type);
    }
}
