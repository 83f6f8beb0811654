package com.learnamp.entra.simulator.notifications;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A tenant's subscriptions. One that has run out is gone without a word. */
public final class Subscriptions {

    private final InstantSource clock;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private Runnable changed = () -> {};

    public Subscriptions(InstantSource clock) {
        this.clock = clock;
    }

    /** Calls back after every change, so that they can be kept. */
    public synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    public synchronized void load(Collection<Subscription> earlier) {
        earlier.forEach(subscription -> subscriptions.put(subscription.id(), subscription));
    }

    public synchronized List<Subscription> all() {
        subscriptions.values().removeIf(each -> !each.expires().isAfter(clock.instant()));
        return List.copyOf(subscriptions.values());
    }

    List<Subscription> of(String clientId) {
        return all().stream().filter(each -> each.clientId().equals(clientId)).toList();
    }

    public Optional<Subscription> find(String id) {
        return all().stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
    }

    Optional<Subscription> duplicate(Subscription wanted) {
        return of(wanted.clientId()).stream()
                .filter(each ->
                        each.resource().equalsIgnoreCase(wanted.resource())
                                && each.changeType().equals(wanted.changeType()))
                .findFirst();
    }

    /** False if an equal one was quicker. */
    synchronized boolean add(Subscription subscription) {
        if (duplicate(subscription).isPresent()) {
            return false;
        }
        subscriptions.put(subscription.id(), subscription);
        changed.run();
        return true;
    }

    synchronized void change(String id, UnaryOperator<Subscription> change) {
        subscriptions.computeIfPresent(id, (any, before) -> change.apply(before));
        changed.run();
    }

    public synchronized boolean remove(String id) {
        boolean removed = subscriptions.remove(id) != null;
        changed.run();
        return removed;
    }
}
