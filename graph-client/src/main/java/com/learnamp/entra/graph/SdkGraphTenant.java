package com.learnamp.entra.graph;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One tenant by the SDK: the four ports, put together. */
final class SdkGraphTenant implements GraphTenant {

    private final UUID tenantId;
    private final GraphDirectory directory;
    private final GraphChanges changes;
    private final GraphSubscriptions subscriptions;
    private final GraphPhotos photos;

    SdkGraphTenant(
            UUID tenantId,
            GraphDirectory directory,
            GraphChanges changes,
            GraphSubscriptions subscriptions,
            GraphPhotos photos) {
        this.tenantId = tenantId;
        this.directory = directory;
        this.changes = changes;
        this.subscriptions = subscriptions;
        this.photos = photos;
    }

    @Override
    public UUID tenantId() {
        return tenantId;
    }

    @Override
    public Organization organization() {
        return directory.organization();
    }

    @Override
    public Optional<DirectoryGroup> group(UUID group) {
        return directory.group(group);
    }

    @Override
    public MemberPage transitiveMembers(UUID group, UserSelection selection) {
        return directory.transitiveMembers(group, selection);
    }

    @Override
    public MemberPage members(UUID group) {
        return directory.members(group);
    }

    @Override
    public MemberPage nextMembers(String nextLink) {
        return directory.nextMembers(nextLink);
    }

    @Override
    public UserPage usersWithManagers(UserSelection selection) {
        return directory.usersWithManagers(selection);
    }

    @Override
    public UserPage nextUsers(String nextLink) {
        return directory.nextUsers(nextLink);
    }

    @Override
    public long userCount() {
        return directory.userCount();
    }

    @Override
    public List<LookUp> lookUp(List<UUID> users, List<UUID> groups, UserSelection selection) {
        return directory.lookUp(users, groups, selection);
    }

    @Override
    public List<UUID> find(String text, int most) {
        return directory.find(text, most);
    }

    @Override
    public List<GroupName> groupsOfUser(UUID user) {
        return directory.groupsOfUser(user);
    }

    @Override
    public List<GroupName> groupsOfGroup(UUID group) {
        return directory.groupsOfGroup(group);
    }

    @Override
    public List<DeletedState> deleted(List<UUID> users) {
        return directory.deleted(users);
    }

    @Override
    public ListingStart startListing(UUID group) {
        return directory.startListing(group);
    }

    @Override
    public DeletedPage deletedUsers() {
        return directory.deletedUsers();
    }

    @Override
    public DeletedPage nextDeletedUsers(String nextLink) {
        return directory.nextDeletedUsers(nextLink);
    }

    @Override
    public Map<UUID, String> types(Collection<UUID> objects) {
        return directory.types(objects);
    }

    @Override
    public String latestUsersDeltaLink(UserSelection selection) {
        return changes.latestUsersDeltaLink(selection);
    }

    @Override
    public String latestGroupsDeltaLink(Collection<UUID> groups) {
        return changes.latestGroupsDeltaLink(groups);
    }

    @Override
    public DeltaPage<UserChange> usersDelta(String link) {
        return changes.usersDelta(link);
    }

    @Override
    public DeltaPage<GroupChange> groupsDelta(String link) {
        return changes.groupsDelta(link);
    }

    @Override
    public List<GraphSubscription> subscriptions() {
        return subscriptions.subscriptions();
    }

    @Override
    public Optional<GraphSubscription> subscription(String id) {
        return subscriptions.subscription(id);
    }

    @Override
    public GraphSubscription subscribe(SubscriptionRequest request) {
        return subscriptions.subscribe(request);
    }

    @Override
    public GraphSubscription renewSubscription(String id, Instant expiration) {
        return subscriptions.renewSubscription(id, expiration);
    }

    @Override
    public GraphSubscription renewSubscription(String id, Instant expiration, URI notificationUrl) {
        return subscriptions.renewSubscription(id, expiration, notificationUrl);
    }

    @Override
    public void unsubscribe(String id) {
        subscriptions.unsubscribe(id);
    }

    @Override
    public List<PhotoReading> photoMetadata(List<UUID> users) {
        return photos.photoMetadata(users);
    }

    @Override
    public PhotoDownload photoBytes(UUID user, PhotoSize size, int maxBytes) {
        return photos.photoBytes(user, size, maxBytes);
    }
}
