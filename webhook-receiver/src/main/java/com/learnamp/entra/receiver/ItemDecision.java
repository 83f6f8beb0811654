package com.learnamp.entra.receiver;

import com.learnamp.entra.contracts.ChangeNotification;
import com.learnamp.entra.contracts.ChangeNotification.ChangeType;
import com.learnamp.entra.contracts.ChangeNotification.GroupChanged;
import com.learnamp.entra.contracts.ChangeNotification.ReauthorizationRequired;
import com.learnamp.entra.contracts.ChangeNotification.UserChanged;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.receiver.GraphItem.MemberChange;
import com.learnamp.entra.receiver.GraphItem.ResourceData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of an item. */
sealed interface ItemDecision {

    /** A hint for graph-fetcher. */
    record Forward(ChangeNotification notification) implements ItemDecision {}

    /** Not counted as anything but this, and answered like all others. */
    record Drop(Why why) implements ItemDecision {}

    /** Why an item leads to nothing. */
    enum Why {
        /** Not signed by us: whoever sent it gets no sign of it. */
        FORGED,
        /** Ours, but about nothing that we follow. */
        UNUSABLE,
        /** Ours, but a lifecycle event that does not come for users and groups. */
        UNKNOWN_LIFECYCLE_EVENT
    }

    static ItemDecision decide(GraphItem item, Sender sender, Instant receivedAt) {
        Optional<EntraTenantId> tenant = tenant(item);
        if (tenant.isEmpty() || !sender.vouchesFor(tenant.get(), item.clientState())) {
            return new Drop(Why.FORGED);
        }
        return item.lifecycleEvent() == null
                ? decideChange(item, tenant.get(), receivedAt)
                : decideLifecycle(item, tenant.get(), receivedAt);
    }

    private static ItemDecision decideLifecycle(
            GraphItem item, EntraTenantId tenant, Instant receivedAt) {
        if (!"reauthorizationRequired".equalsIgnoreCase(item.lifecycleEvent())) {
            return new Drop(Why.UNKNOWN_LIFECYCLE_EVENT);
        }
        return Guids.in(item.subscriptionId())
                .<ItemDecision>map(subscription ->
                        new Forward(new ReauthorizationRequired(tenant, subscription, receivedAt)))
                .orElse(new Drop(Why.UNUSABLE));
    }

    private static ItemDecision decideChange(
            GraphItem item, EntraTenantId tenant, Instant receivedAt) {
        ResourceData data = item.data();
        ChangedResource changed = ChangedResource.of(item.resource(), data);
        // A hint: what is neither (Graph once sent "created" too) is worth a look all the same.
        ChangeType changeType =
                "deleted".equalsIgnoreCase(item.changeType())
                        ? ChangeType.DELETED
                        : ChangeType.UPDATED;
        @Nullable Instant eventTime = instant(data.eventTime()).orElse(null);
        return switch (changed) {
            case ChangedResource.User user ->
                    new Forward(
                            new UserChanged(tenant, user.id(), changeType, receivedAt, eventTime));
            case ChangedResource.Group group ->
                    new Forward(
                            new GroupChanged(
                                    tenant,
                                    group.id(),
                                    changeType,
                                    members(data, false),
                                    members(data, true),
                                    receivedAt,
                                    eventTime));
            case ChangedResource.Other other -> new Drop(Why.UNUSABLE);
        };
    }

    private static Optional<EntraTenantId> tenant(GraphItem item) {
        return Guids.in(item.tenantId())
                .or(() -> Guids.in(item.data().organizationId()))
                .map(EntraTenantId::new);
    }

    private static List<EntraObjectId> members(ResourceData data, boolean removed) {
        return data.memberChanges().stream()
                .filter(member -> member.removed() == removed)
                .map(MemberChange::id)
                .flatMap(id -> Guids.in(id).stream())
                .map(EntraObjectId::new)
                .toList();
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
