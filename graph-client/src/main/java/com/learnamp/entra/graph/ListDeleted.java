package com.learnamp.entra.graph;

import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people in the bin, by their ids alone, page by page. */
final class ListDeleted {

    static final int PAGE = 999;

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;

    ListDeleted(GraphServiceClient client, GraphCalls calls, GraphLinks links) {
        this.client = client;
        this.calls = calls;
        this.links = links;
    }

    DeletedPage deletedUsers() {
        return page(
                calls.send(() ->
                        client.directory()
                                .deletedItems()
                                .graphUser()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.DELETED_ITEMS));
                                    config.queryParameters.select = new String[] {"id"};
                                    config.queryParameters.top = PAGE;
                                })),
                null,
                links);
    }

    DeletedPage nextDeletedUsers(String nextLink) {
        String link = links.checked(nextLink);
        return page(
                calls.send(() ->
                        client.directory()
                                .deletedItems()
                                .graphUser()
                                .withUrl(link)
                                .get(config ->
                                        config.options.add(
                                                RequestTag.page(RequestKind.DELETED_ITEMS)))),
                link,
                links);
    }

    static DeletedPage page(
            UserCollectionResponse answer, @Nullable String followed, GraphLinks links) {
        List<UUID> users =
                GraphCalls.present(answer.getValue(), "the people in the bin").stream()
                        .map(user -> ObjectIds.parse(user.getId()))
                        .toList();
        return new DeletedPage(users, links.next(followed, answer.getOdataNextLink()));
    }
}
