package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.models.SubscriptionCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.subscriptions.item.SubscriptionItemRequestBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Subscriptions by the SDK's typed builders. */
final class SdkSubscriptions implements GraphSubscriptions {

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;

    SdkSubscriptions(GraphServiceClient client, GraphCalls calls, GraphLinks links) {
        this.client = client;
        this.calls = calls;
        this.links = links;
    }

    @Override
    public List<GraphSubscription> subscriptions() {
        SubscriptionCollectionResponse page =
                calls.send(() -> client.subscriptions().get(config -> config.options.add(tag())));
        List<GraphSubscription> found = new ArrayList<>(read(page));
        Set<String> followed = new HashSet<>();
        String link = links.onward(followed, page.getOdataNextLink());
        while (link != null) {
            page = page(link);
            found.addAll(read(page));
            link = links.onward(followed, page.getOdataNextLink());
        }
        return List.copyOf(found);
    }

    private SubscriptionCollectionResponse page(String link) {
        return calls.send(() ->
                client.subscriptions()
                        .withUrl(link)
                        .get(config ->
                                config.options.add(RequestTag.page(RequestKind.SUBSCRIPTION))));
    }

    private static List<GraphSubscription> read(SubscriptionCollectionResponse page) {
        return GraphCalls.present(page.getValue(), "the subscriptions").stream()
                .map(SdkSubscriptions::read)
                .toList();
    }

    @Override
    public Optional<GraphSubscription> subscription(String id) {
        try {
            return Optional.of(
                    read(calls.send(() -> item(id).get(config -> config.options.add(tag())))));
        } catch (GraphException failure) {
            if (failure.category() == Category.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public GraphSubscription subscribe(SubscriptionRequest request) {
        Subscription wanted = new Subscription();
        wanted.setResource(request.resource());
        wanted.setChangeType(request.changeType());
        wanted.setNotificationUrl(request.notificationUrl().toString());
        wanted.setLifecycleNotificationUrl(request.lifecycleNotificationUrl().toString());
        wanted.setClientState(request.clientState());
        wanted.setExpirationDateTime(request.expiration().atOffset(ZoneOffset.UTC));
        return read(
                calls.send(() ->
                        client.subscriptions().post(wanted, config -> config.options.add(tag()))));
    }

    @Override
    public GraphSubscription renewSubscription(String id, Instant expiration) {
        return patch(id, until(expiration));
    }

    @Override
    public GraphSubscription renewSubscription(String id, Instant expiration, URI notificationUrl) {
        Subscription change = until(expiration);
        change.setNotificationUrl(notificationUrl.toString());
        return patch(id, change);
    }

    private static Subscription until(Instant expiration) {
        Subscription change = new Subscription();
        change.setExpirationDateTime(expiration.atOffset(ZoneOffset.UTC));
        return change;
    }

    private GraphSubscription patch(String id, Subscription change) {
        return read(calls.send(() -> item(id).patch(change, config -> config.options.add(tag()))));
    }

    @Override
    public void unsubscribe(String id) {
        try {
            calls.run(() -> item(id).delete(config -> config.options.add(tag())));
        } catch (GraphException failure) {
            if (failure.category() != Category.NOT_FOUND) {
                throw failure;
            }
        }
    }

    private SubscriptionItemRequestBuilder item(String id) {
        return client.subscriptions().bySubscriptionId(id);
    }

    private static RequestTag tag() {
        return RequestTag.of(RequestKind.SUBSCRIPTION);
    }

    private static GraphSubscription read(Subscription found) {
        return new GraphSubscription(
                GraphCalls.present(found.getId(), "the subscription's id"),
                GraphCalls.present(found.getResource(), "the subscription's resource"),
                GraphCalls.present(found.getChangeType(), "the subscription's change type"),
                found.getNotificationUrl(),
                found.getLifecycleNotificationUrl(),
                GraphCalls.present(found.getExpirationDateTime(), "the subscription's end")
                        .toInstant());
    }
}
