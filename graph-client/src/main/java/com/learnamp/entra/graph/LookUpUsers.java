package com.learnamp.entra.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.learnamp.entra.graph.GraphException.Category;
import com.microsoft.graph.models.User;
import com.microsoft.kiota.serialization.JsonParseNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ten people with their memberships in one batch of twenty steps. */
final class LookUpUsers {

    private static final int MOST_USERS = 10;
    private static final int MOST_GROUPS = 20;

    private final Batch batch;
    private final Clock clock;

    LookUpUsers(Batch batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    static void check(List<UUID> users, List<UUID> groups) {
        if (users.size() > MOST_USERS || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "A look-up is for at most "
                            + MOST_USERS
                            + " users and "
                            + MOST_GROUPS
                            + " groups");
        }
    }

    List<LookUp> lookUp(List<UUID> users, List<UUID> groups, UserSelection selection) {
        Set<UUID> asked = new LinkedHashSet<>(users);
        if (asked.isEmpty()) {
            return List.of();
        }
        RequestTag tag = RequestTag.batch(RequestKind.LOOK_UP);
        Map<String, BatchAnswer> answers = batch.send(tag, steps(asked, groups, selection));
        List<LookUp> found = new ArrayList<>();
        for (UUID user : asked) {
            found.add(sorted(user, tag, answers, !groups.isEmpty()));
        }
        return List.copyOf(found);
    }

    private static List<BatchStep> steps(
            Set<UUID> users, List<UUID> groups, UserSelection selection) {
        String query =
                "?$select="
                        + String.join(",", selection.attributes())
                        + "&$expand=manager($select=id)";
        JsonArray ids = new JsonArray();
        groups.forEach(group -> ids.add(group.toString()));
        JsonObject body = new JsonObject();
        body.add("groupIds", ids);
        List<BatchStep> steps = new ArrayList<>();
        for (UUID user : users) {
            steps.add(BatchStep.get(profile(user), "/users/" + user + query));
            if (!groups.isEmpty()) {
                steps.add(
                        BatchStep.post(
                                membership(user), "/users/" + user + "/checkMemberGroups", body));
            }
        }
        return steps;
    }

    private LookUp sorted(
            UUID user, RequestTag tag, Map<String, BatchAnswer> answers, boolean withGroups) {
        try {
            BatchAnswer profile = answered(answers.get(profile(user)));
            if (profile.notFound()) {
                return new LookUp.NotFound(user);
            }
            if (!profile.successful()) {
                throw GraphFailures.sort(profile.failure(tag, clock));
            }
            Set<UUID> memberOf =
                    withGroups ? memberOf(answered(answers.get(membership(user))), tag) : Set.of();
            return found(user, profile, memberOf);
        } catch (RuntimeException failure) {
            return new LookUp.Failed(user, ThrownFailures.sort(failure));
        }
    }

    private static LookUp found(UUID user, BatchAnswer profile, Set<UUID> memberOf) {
        JsonElement body = GraphCalls.present(profile.body(), "the person");
        User read =
                GraphCalls.present(
                        new JsonParseNode(body).getObjectValue(User::createFromDiscriminatorValue),
                        "the person");
        DirectoryUser person = ReadUser.withManager(read);
        if (!person.id().equals(user)) {
            throw new GraphException(
                    Category.MALFORMED,
                    "Microsoft Graph answered about another person than it was asked about");
        }
        return new LookUp.Found(person, memberOf);
    }

    private Set<UUID> memberOf(BatchAnswer answer, RequestTag tag) {
        if (answer.notFound()) {
            // The person was there a step ago: two replicas disagree, and neither is to be believed
            // yet.
            throw new GraphException(
                    Category.UNAVAILABLE,
                    "Microsoft Graph is not consistent about this person yet; the look-up is repeated by itself.");
        }
        if (!answer.successful()) {
            throw GraphFailures.sort(answer.failure(tag, clock));
        }
        JsonElement value = answer.body() instanceof JsonObject object ? object.get("value") : null;
        if (!(value instanceof JsonArray ids)) {
            throw new GraphException(
                    Category.MALFORMED, "Microsoft Graph's answer lacks the memberships");
        }
        Set<UUID> groups = new HashSet<>();
        ids.forEach(
                id -> groups.add(ObjectIds.parse(id.isJsonPrimitive() ? id.getAsString() : null)));
        return groups;
    }

    private static BatchAnswer answered(@Nullable BatchAnswer answer) {
        if (answer == null) {
            throw new GraphException(
                    Category.UNAVAILABLE,
                    "Microsoft Graph left a part of the batch unanswered; the look-up is repeated by itself.");
        }
        return answer;
    }

    private static String profile(UUID user) {
        return "profile-" + user;
    }

    private static String membership(UUID user) {
        return "groups-" + user;
    }
}
