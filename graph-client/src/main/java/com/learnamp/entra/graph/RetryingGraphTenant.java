package com.learnamp.entra.graph;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Repeats what fails for a passing reason, or for an attribute that the tenant does not know.
 * Failed steps of a batch are values and left to the caller.
 */
final class RetryingGraphTenant implements GraphTenant {

    private final GraphTenant graph;
    private final Retries retries;
    private final UnknownAttributes unknown;

    RetryingGraphTenant(GraphTenant graph, Retries retries, UnknownAttributes unknown) {
        this.graph = graph;
        this.retries = retries;
        this.unknown = unknown;
    }

    @Override
    public UUID tenantId() {
        return graph.tenantId();
    }

    @Override
    public Organization organization() {
        return retries.repeat(() -> graph.organization());
    }

    @Override
    public Optional<DirectoryGroup> group(UUID group) {
        return retries.repeat(() -> graph.group(group));
    }

    @Override
    public MemberPage transitiveMembers(UUID group, UserSelection selection) {
        return unknown.markedMembers(
                unknown.leavingOut(
                        selection,
                        known -> retries.repeat(() -> graph.transitiveMembers(group, known))));
    }

    @Override
    public MemberPage members(UUID group) {
        return retries.repeat(() -> graph.members(group));
    }

    @Override
    public MemberPage nextMembers(String nextLink) {
        return unknown.markedMembers(retries.repeat(() -> graph.nextMembers(nextLink)));
    }

    @Override
    public UserPage usersWithManagers(UserSelection selection) {
        return unknown.markedUsers(
                unknown.leavingOut(
                        selection, known -> retries.repeat(() -> graph.usersWithManagers(known))));
    }

    @Override
    public UserPage nextUsers(String nextLink) {
        return unknown.markedUsers(retries.repeat(() -> graph.nextUsers(nextLink)));
    }

    @Override
    public long userCount() {
        return retries.repeat(() -> graph.userCount());
    }

    @Override
    public List<LookUp> lookUp(List<UUID> users, List<UUID> groups, UserSelection selection) {
        return unknown.lookUp(
                selection, known -> retries.repeat(() -> graph.lookUp(users, groups, known)));
    }

    @Override
    public List<UUID> find(String text, int most) {
        return retries.repeat(() -> graph.find(text, most));
    }

    @Override
    public List<GroupName> groupsOfUser(UUID user) {
        return retries.repeat(() -> graph.groupsOfUser(user));
    }

    @Override
    public List<GroupName> groupsOfGroup(UUID group) {
        return retries.repeat(() -> graph.groupsOfGroup(group));
    }

    @Override
    public List<DeletedState> deleted(List<UUID> users) {
        return retries.repeat(() -> graph.deleted(users));
    }

    @Override
    public ListingStart startListing(UUID group) {
        return retries.repeat(() -> graph.startListing(group));
    }

    @Override
    public DeletedPage deletedUsers() {
        return retries.repeat(() -> graph.deletedUsers());
    }

    @Override
    public DeletedPage nextDeletedUsers(String nextLink) {
        return retries.repeat(() -> graph.nextDeletedUsers(nextLink));
    }

    @Override
    public Map<UUID, String> types(Collection<UUID> objects) {
        return retries.repeat(() -> graph.types(objects));
    }

    @Override
    public String latestUsersDeltaLink(UserSelection selection) {
        return unknown.leavingOut(
                selection, known -> retries.repeat(() -> graph.latestUsersDeltaLink(known)));
    }

    @Override
    public String latestGroupsDeltaLink(Collection<UUID> groups) {
        return retries.repeat(() -> graph.latestGroupsDeltaLink(groups));
    }

    @Override
    public DeltaPage<UserChange> usersDelta(String link) {
        return retries.repeat(() -> graph.usersDelta(link));
    }

    @Override
    public DeltaPage<GroupChange> groupsDelta(String link) {
        return retries.repeat(() -> graph.groupsDelta(link));
    }

    @Override
    public List<GraphSubscription> subscriptions() {
        return retries.repeat(() -> graph.subscriptions());
    }

    @Override
    public Optional<GraphSubscription> subscription(String id) {
        return retries.repeat(() -> graph.subscription(id));
    }

    @Override
    public GraphSubscription subscribe(SubscriptionRequest request) {
        // Without an answer it may exist all the same; the next attempt would then be refused as a
        // duplicate.
        return retries.repeatRefused(() -> graph.subscribe(request));
    }

    @Override
    public GraphSubscription renewSubscription(String id, Instant expiration) {
        return retries.repeat(() -> graph.renewSubscription(id, expiration));
    }

    @Override
    public GraphSubscription renewSubscription(String id, Instant expiration, URI notificationUrl) {
        return retries.repeat(() -> graph.renewSubscription(id, expiration, notificationUrl));
    }

    @Override
    public void unsubscribe(String id) {
        retries.repeat(() -> {
            graph.unsubscribe(id);
            return Boolean.TRUE;
        });
    }

    @Override
    public List<PhotoReading> photoMetadata(List<UUID> users) {
        return retries.repeat(() -> graph.photoMetadata(users));
    }

    @Override
    public PhotoDownload photoBytes(UUID user, PhotoSize size, int maxBytes) {
        return retries.repeat(() -> graph.photoBytes(user, size, maxBytes));
    }
}
