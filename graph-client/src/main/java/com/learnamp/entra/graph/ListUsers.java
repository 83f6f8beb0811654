package com.learnamp.entra.graph;

import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody in the tenant, page by page, each with the manager; and how many there are. */
final class ListUsers {

    private static final int PAGE = 999;

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;

    ListUsers(GraphServiceClient client, GraphCalls calls, GraphLinks links) {
        this.client = client;
        this.calls = calls;
        this.links = links;
    }

    UserPage usersWithManagers(UserSelection selection) {
        return page(
                null,
                calls.send(() ->
                        client.users()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.USERS));
                                    config.queryParameters.select =
                                            selection.attributes().toArray(String[]::new);
                                    config.queryParameters.expand =
                                            new String[] {"manager($select=id)"};
                                    config.queryParameters.top = PAGE;
                                })));
    }

    UserPage nextUsers(String nextLink) {
        String link = links.checked(nextLink);
        return page(
                link,
                calls.send(() ->
                        client.users()
                                .withUrl(link)
                                .get(config ->
                                        config.options.add(RequestTag.page(RequestKind.USERS)))));
    }

    private UserPage page(@Nullable String followed, UserCollectionResponse answer) {
        List<DirectoryUser> users =
                GraphCalls.present(answer.getValue(), "the users").stream()
                        .map(ReadUser::withManager)
                        .toList();
        return new UserPage(users, links.next(followed, answer.getOdataNextLink()));
    }

    long userCount() {
        return calls.send(() -> {
            RequestInformation request =
                    client.users()
                            .count()
                            .toGetRequestInformation(config -> {
                                config.options.add(RequestTag.of(RequestKind.USER_COUNT));
                                config.headers.add("ConsistencyLevel", "eventual");
                            });
            try (InputStream answer =
                    client.getRequestAdapter().sendPrimitive(request, null, InputStream.class)) {
                return number(
                        new String(
                                GraphCalls.present(answer, "the count").readNBytes(64),
                                StandardCharsets.UTF_8));
            } catch (IOException cutOff) {
                throw new UncheckedIOException(cutOff);
            }
        });
    }

    /**
     * Graph puts a byte order mark before the number, over which the SDK's own reading stumbles.
     */
    private static long number(String text) {
        return Long.parseLong(text.replace("\uFEFF", "").strip());
    }
}
