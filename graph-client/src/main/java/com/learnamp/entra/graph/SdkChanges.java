package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import com.microsoft.graph.models.BaseDeltaFunctionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.serialization.UntypedObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Delta queries. Their first address is written here, since the typed builders have no {@code
 * $deltatoken}; what follows are Graph's own links.
 */
final class SdkChanges implements GraphChanges {

    private static final int MOST_GROUPS = 50;

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;

    SdkChanges(GraphServiceClient client, GraphCalls calls, GraphLinks links) {
        this.client = client;
        this.calls = calls;
        this.links = links;
    }

    @Override
    public String latestUsersDeltaLink(UserSelection selection) {
        String url =
                links.base()
                        + "/users/delta?$deltatoken=latest&$select="
                        + String.join(",", selection.attributes())
                        + ",manager";
        return end(users(url, RequestTag.of(RequestKind.USERS_DELTA)), this::usersDelta);
    }

    @Override
    public String latestGroupsDeltaLink(Collection<UUID> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "A delta link is for at most " + MOST_GROUPS + " groups");
        }
        String filter =
                groups.stream()
                        .map(group -> "id eq '" + group + "'")
                        .collect(Collectors.joining(" or "));
        String url =
                links.base()
                        + "/groups/delta?$deltatoken=latest&$select=members"
                        + (filter.isEmpty() ? "" : "&$filter=" + encoded(filter));
        return end(groups(url, RequestTag.of(RequestKind.GROUPS_DELTA)), this::groupsDelta);
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public DeltaPage<UserChange> usersDelta(String link) {
        return users(links.checked(link), RequestTag.delta(RequestKind.USERS_DELTA));
    }

    @Override
    public DeltaPage<GroupChange> groupsDelta(String link) {
        return groups(links.checked(link), RequestTag.delta(RequestKind.GROUPS_DELTA));
    }

    private DeltaPage<UserChange> users(String url, RequestTag tag) {
        com.microsoft.graph.users.delta.DeltaGetResponse answer =
                calls.send(() ->
                        client.users().delta().withUrl(url).get(config -> config.options.add(tag)));
        return page(
                url,
                GraphCalls.present(answer.getValue(), "the changes").stream()
                        .map(SdkChanges::change)
                        .toList(),
                answer);
    }

    private DeltaPage<GroupChange> groups(String url, RequestTag tag) {
        com.microsoft.graph.groups.delta.DeltaGetResponse answer =
                calls.send(() ->
                        client.groups()
                                .delta()
                                .withUrl(url)
                                .get(config -> config.options.add(tag)));
        return page(
                url,
                GraphCalls.present(answer.getValue(), "the changes").stream()
                        .map(SdkChanges::change)
                        .toList(),
                answer);
    }

    private <T> DeltaPage<T> page(
            String followed, List<T> changes, BaseDeltaFunctionResponse answer) {
        String next = links.next(followed, answer.getOdataNextLink());
        String end = links.next(null, answer.getOdataDeltaLink());
        if ((next == null) == (end == null)) {
            throw new GraphException(
                    Category.MALFORMED,
                    "Microsoft Graph's answer lacks the link to further changes");
        }
        return new DeltaPage<>(changes, next, end);
    }

    private <T> String end(DeltaPage<T> first, Function<String, DeltaPage<T>> follow) {
        DeltaPage<T> page = first;
        Set<String> followed = new HashSet<>();
        while (page.deltaLink() == null) {
            String next = links.onward(followed, page.nextLink());
            page = follow.apply(GraphCalls.present(next, "the link to further changes"));
        }
        return page.deltaLink();
    }

    private static UserChange change(User user) {
        RemovedReason removed = OpenValues.removedReason(user.getAdditionalData());
        return removed == null
                ? new UserChange.Changed(ReadUser.with(user, manager(user)))
                : new UserChange.Removed(ObjectIds.parse(user.getId()), removed);
    }

    /** Only a changed manager is told, as an array: the new one, or the old one removed. */
    private static ManagerReading manager(User user) {
        Object delta = user.getAdditionalData().get("manager@delta");
        if (delta == null) {
            return ManagerReading.NOT_READ;
        }
        return OpenValues.references(delta).stream()
                .filter(reference -> !OpenValues.removed(reference))
                .<ManagerReading>map(reference -> new ManagerReading.Is(OpenValues.id(reference)))
                .findFirst()
                .orElse(ManagerReading.NONE);
    }

    private static GroupChange change(Group group) {
        UUID id = ObjectIds.parse(group.getId());
        RemovedReason reason = OpenValues.removedReason(group.getAdditionalData());
        if (reason != null) {
            return new GroupChange.Removed(id, reason);
        }
        Set<UUID> added = new HashSet<>();
        Set<UUID> removed = new HashSet<>();
        Set<UUID> nested = new HashSet<>();
        for (UntypedObject reference :
                OpenValues.references(group.getAdditionalData().get("members@delta"))) {
            UUID member = OpenValues.id(reference);
            (OpenValues.removed(reference) ? removed : added).add(member);
            if (OpenValues.group(reference)) {
                nested.add(member);
            }
        }
        return new GroupChange.Changed(id, added, removed, nested);
    }
}
