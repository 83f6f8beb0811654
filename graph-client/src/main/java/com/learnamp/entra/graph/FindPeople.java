package com.learnamp.entra.graph;

import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People by what somebody types of them, and the groups that they are in directly. */
final class FindPeople {

    private static final int PAGE = 999;
    private static final String[] NAMES = {"id", "displayName"};
    private static final List<String> ADDRESSES = List.of("userPrincipalName", "mail");
    private static final List<String> BEGINNINGS = List.of("displayName", "givenName", "surname");

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;

    FindPeople(GraphServiceClient client, GraphCalls calls, GraphLinks links) {
        this.client = client;
        this.calls = calls;
        this.links = links;
    }

    List<UUID> find(String text, int most) {
        UserCollectionResponse answer =
                calls.send(() ->
                        client.users()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.FIND));
                                    config.queryParameters.select = new String[] {"id"};
                                    config.queryParameters.filter = filter(text);
                                    config.queryParameters.top = most;
                                }));
        return GraphCalls.present(answer.getValue(), "the users").stream()
                .map(user -> ObjectIds.parse(user.getId()))
                .toList();
    }

    /** An address is the whole of it, a name may be its beginning. */
    private static String filter(String text) {
        String literal = "'" + text.replace("'", "''") + "'";
        Stream<String> terms =
                text.contains("@")
                        ? ADDRESSES.stream().map(name -> name + " eq " + literal)
                        : BEGINNINGS.stream()
                                .map(name -> "startsWith(" + name + "," + literal + ")");
        return terms.collect(Collectors.joining(" or "));
    }

    List<GroupName> groupsOfUser(UUID user) {
        return all(
                calls.send(() ->
                        client.users()
                                .byUserId(user.toString())
                                .memberOf()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.MEMBER_OF));
                                    config.queryParameters.select = NAMES;
                                    config.queryParameters.top = PAGE;
                                })));
    }

    List<GroupName> groupsOfGroup(UUID group) {
        return all(
                calls.send(() ->
                        client.groups()
                                .byGroupId(group.toString())
                                .memberOf()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.MEMBER_OF));
                                    config.queryParameters.select = NAMES;
                                    config.queryParameters.top = PAGE;
                                })));
    }

    private List<GroupName> all(DirectoryObjectCollectionResponse first) {
        List<GroupName> groups = new ArrayList<>(groups(first));
        Set<String> followed = new HashSet<>();
        @Nullable String next = links.onward(followed, first.getOdataNextLink());
        while (next != null) {
            String link = next;
            DirectoryObjectCollectionResponse page =
                    calls.send(() ->
                            client.groups()
                                    .byGroupId("of-the-link")
                                    .memberOf()
                                    .withUrl(link)
                                    .get(config ->
                                            config.options.add(
                                                    RequestTag.page(RequestKind.MEMBER_OF))));
            groups.addAll(groups(page));
            next = links.onward(followed, page.getOdataNextLink());
        }
        return groups;
    }

    /** Roles and administrative units are no groups. */
    private static List<GroupName> groups(DirectoryObjectCollectionResponse page) {
        List<GroupName> groups = new ArrayList<>();
        for (DirectoryObject object : GraphCalls.present(page.getValue(), "the groups")) {
            if (object instanceof Group group) {
                groups.add(new GroupName(ObjectIds.parse(group.getId()), group.getDisplayName()));
            }
        }
        return groups;
    }
}
