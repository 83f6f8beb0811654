package com.learnamp.entra.receiver;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One item of what Graph posts: a change or a lifecycle event, as far as it is of use. Graph's CSDL
 * calls some of it required, but lifecycle events lack those; nothing here is relied upon to be
 * there. {@code sequenceNumber} is left out on purpose: nothing orders hints.
 */
record GraphItem(
        @Nullable String subscriptionId,
        @Nullable String tenantId,
        @Nullable String clientState,
        @Nullable String changeType,
        @Nullable String lifecycleEvent,
        @Nullable String resource,
        @Nullable ResourceData resourceData) {

    ResourceData data() {
        return resourceData == null ? ResourceData.ABSENT : resourceData;
    }

    record ResourceData(
            @Nullable String id,
            @Nullable String organizationId,
            @JsonProperty("@odata.type") @Nullable String type,
            @Nullable String eventTime,
            @JsonProperty("members@delta") @Nullable List<@Nullable MemberChange> members) {

        static final ResourceData ABSENT = new ResourceData(null, null, null, null, null);

        List<MemberChange> memberChanges() {
            return members == null
                    ? List.of()
                    : members.stream().flatMap(Stream::ofNullable).toList();
        }
    }

    /**
     * A direct member of a group: a user, a group or a device, untold which.
     *
     * @param removed given as a bare string by Graph, as an object in delta queries
     */
    record MemberChange(
            @Nullable String id,
            @JsonProperty("@removed") @JsonDeserialize(using = SomethingIsThere.class)
                    boolean removed) {}

    /** Foreign words: nothing of them goes into a log. */
    @Override
    public String toString() {
        return "GraphItem[redacted]";
    }
}
