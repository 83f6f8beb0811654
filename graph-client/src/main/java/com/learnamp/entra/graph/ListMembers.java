package com.learnamp.entra.graph;

import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Members of a group, page by page. No cast to users and no count: those read an index that lags
 * behind, and forbid expanding.
 */
final class ListMembers {

    private static final int PAGE = 999;

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;

    ListMembers(GraphServiceClient client, GraphCalls calls, GraphLinks links) {
        this.client = client;
        this.calls = calls;
        this.links = links;
    }

    MemberPage transitiveMembers(UUID group, UserSelection selection) {
        return page(
                null,
                calls.send(() ->
                        client.groups()
                                .byGroupId(group.toString())
                                .transitiveMembers()
                                .get(config -> {
                                    config.options.add(
                                            RequestTag.of(RequestKind.TRANSITIVE_MEMBERS));
                                    config.queryParameters.select =
                                            selection.attributes().toArray(String[]::new);
                                    config.queryParameters.top = PAGE;
                                })));
    }

    MemberPage members(UUID group) {
        return page(
                null,
                calls.send(() ->
                        client.groups()
                                .byGroupId(group.toString())
                                .members()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.MEMBERS));
                                    config.queryParameters.select = new String[] {"id"};
                                    config.queryParameters.top = PAGE;
                                })));
    }

    MemberPage nextMembers(String nextLink) {
        String link = links.checked(nextLink);
        // The link holds the group; the builder's own address is not used.
        return page(
                link,
                calls.send(() ->
                        client.groups()
                                .byGroupId("of-the-link")
                                .transitiveMembers()
                                .withUrl(link)
                                .get(config ->
                                        config.options.add(
                                                RequestTag.page(RequestKind.TRANSITIVE_MEMBERS)))));
    }

    private MemberPage page(@Nullable String followed, DirectoryObjectCollectionResponse answer) {
        List<DirectoryMember> members =
                GraphCalls.present(answer.getValue(), "the members").stream()
                        .map(ListMembers::member)
                        .toList();
        return new MemberPage(members, links.next(followed, answer.getOdataNextLink()));
    }

    private static DirectoryMember member(DirectoryObject object) {
        return switch (object) {
            case User user -> new DirectoryMember.UserMember(ReadUser.withoutManager(user));
            case Group group -> new DirectoryMember.GroupMember(ObjectIds.parse(group.getId()));
            default ->
                    new DirectoryMember.OtherMember(
                            ObjectIds.parse(object.getId()), ObjectType.of(object));
        };
    }
}
