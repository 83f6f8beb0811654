package com.learnamp.entra.receiver;

import static com.learnamp.entra.receiver.GraphPosts.groupChanged;
import static com.learnamp.entra.receiver.GraphPosts.lifecycle;
import static com.learnamp.entra.receiver.GraphPosts.post;
import static com.learnamp.entra.receiver.GraphPosts.state;
import static com.learnamp.entra.receiver.GraphPosts.userChanged;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.ChangeNotification.ChangeType;
import com.learnamp.entra.contracts.ChangeNotification.GroupChanged;
import com.learnamp.entra.contracts.ChangeNotification.ReauthorizationRequired;
import com.learnamp.entra.contracts.ChangeNotification.UserChanged;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.receiver.ItemDecision.Drop;
import com.learnamp.entra.receiver.ItemDecision.Forward;
import com.learnamp.entra.receiver.ItemDecision.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemDecisionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final EntraTenantId TENANT =
            EntraTenantId.parse("84bd8158-6d4d-4958-8b9f-9d6445542f95");
    private static final String OBJECT = "11111111-0000-4000-8000-00000000000a";
    private static final String MEMBER = "11111111-0000-4000-8000-00000000000b";
    private static final String LEAVER = "11111111-0000-4000-8000-00000000000c";

    @Test
    void aChangedUserIsForwarded() throws IOException {
        assertThat(decide(userChanged(TENANT, OBJECT, state(TENANT, "users")), "users"))
                .isEqualTo(
                        new Forward(
                                new UserChanged(
                                        TENANT,
                                        EntraObjectId.parse(OBJECT),
                                        ChangeType.UPDATED,
                                        NOW,
                                        Instant.parse("2022-05-24T22:24:31.306290100Z"))));
    }

    @ParameterizedTest(name = "@removed: {0}")
    @ValueSource(
            strings = {"\"deleted\"", "{\"reason\":\"changed\"}", "{}", "[]", "1", "true", "\"\""})
    void aChangedGroupSaysWhoCameAndWhoWent(String removed) throws IOException {
        String members =
                "[{\"id\":\"%s\"},null,{\"id\":\"no id\"},{},7,{\"id\":\"%s\",\"@removed\":%s}]"
                        .formatted(MEMBER, LEAVER, removed);

        assertThat(decide(groupChanged(TENANT, OBJECT, members, state(TENANT, "groups")), "groups"))
                .isEqualTo(groupChange(List.of(MEMBER), List.of(LEAVER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "\"x\"", "[[]]", "7"})
    void aChangedGroupMayNameNoMembers(String members) throws IOException {
        assertThat(decide(groupChanged(TENANT, OBJECT, members, state(TENANT, "groups")), "groups"))
                .isEqualTo(groupChange(List.of(), List.of()));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Users/OBJECT, -, -",
                "users/OBJECT, -, -",
                "/USERS/OBJECT, -, -",
                "Users/OBJECT/manager, -, -",
                "users, OBJECT, -",
                "Users('OBJECT'), OBJECT, #Microsoft.Graph.User",
                "-, OBJECT, #microsoft.graph.user"
            })
    void aUserIsKnownByPathOrType(
            @Nullable String resource, @Nullable String id, @Nullable String type)
            throws IOException {
        assertThat(decide(sparse(resource, id, type), "users"))
                .isEqualTo(
                        new Forward(
                                new UserChanged(
                                        TENANT,
                                        EntraObjectId.parse(OBJECT),
                                        ChangeType.UPDATED,
                                        NOW,
                                        null)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -",
                "Users/, -, -",
                "Users/1-1-1-1-1, -, -",
                "Users, -, #Microsoft.Graph.User",
                "Devices/OBJECT, OBJECT, #Microsoft.Graph.Device",
                "-, OBJECT, -",
                "UsersX/OBJECT, OBJECT, -"
            })
    void whatIsNeitherUserNorGroupIsOfNoUse(
            @Nullable String resource, @Nullable String id, @Nullable String type)
            throws IOException {
        assertThat(decide(sparse(resource, id, type), "users")).isEqualTo(new Drop(Why.UNUSABLE));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "updated, UPDATED",
                "created, UPDATED",
                "-, UPDATED",
                "deleted, DELETED",
                "Deleted, DELETED"
            })
    void anUnknownChangeIsWorthALookToo(@Nullable String changeType, ChangeType expected)
            throws IOException {
        String item =
                "{\"tenantId\":\"%s\",\"clientState\":\"%s\",\"resource\":\"Users/%s\",\"changeType\":%s}"
                        .formatted(TENANT, state(TENANT, "users"), OBJECT, quoted(changeType));

        assertThat(decide(item, "users"))
                .isInstanceOfSatisfying(
                        Forward.class,
                        forward ->
                                assertThat(((UserChanged) forward.notification()).changeType())
                                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2022-05-24", "99999999999-01-01T00:00:00Z"})
    void anEventTimeThatIsNoneIsLeftOut(String eventTime) throws IOException {
        String item =
                "{\"tenantId\":\"%s\",\"clientState\":\"%s\",\"resource\":\"Users/%s\",\"resourceData\":{\"eventTime\":\"%s\"}}"
                        .formatted(TENANT, state(TENANT, "users"), OBJECT, eventTime);

        assertThat(((UserChanged) ((Forward) decide(item, "users")).notification()).eventTime())
                .isNull();
    }

    @Test
    void theOrganizationStandsInForATenantThatIsNotNamed() throws IOException {
        String item =
                "{\"clientState\":\"%s\",\"resource\":\"Users/%s\",\"resourceData\":{\"organizationId\":\"%s\"}}"
                        .formatted(state(TENANT, "users"), OBJECT, TENANT);

        assertThat(((Forward) decide(item, "users")).notification().tenant()).isEqualTo(TENANT);
    }

    @Test
    void aSubscriptionThatWantsRenewalIsForwarded() throws IOException {
        String item = lifecycle(TENANT, "reauthorizationRequired", state(TENANT, "users"));

        assertThat(decide(item, "users"))
                .isEqualTo(
                        new Forward(
                                new ReauthorizationRequired(
                                        TENANT, UUID.fromString(GraphPosts.SUBSCRIPTION), NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missed", "subscriptionRemoved", "ofTheFuture", ""})
    void otherLifecycleEventsAreOnlyCounted(String event) throws IOException {
        assertThat(decide(lifecycle(TENANT, event, state(TENANT, "users")), "users"))
                .isEqualTo(new Drop(Why.UNKNOWN_LIFECYCLE_EVENT));
    }

    @Test
    void whateverIsNotSignedByUsIsForged() throws IOException {
        EntraTenantId other = EntraTenantId.parse("84bd8158-6d4d-4958-8b9f-9d6445542f96");
        String right = state(TENANT, "users");

        assertForged(userChanged(TENANT, OBJECT, "wrong"), "k1", "users");
        assertForged(userChanged(TENANT, OBJECT, ""), "k1", "users");
        assertForged(userChanged(TENANT, OBJECT, right + "x"), "k1", "users");
        assertForged(userChanged(other, OBJECT, right), "k1", "users");
        assertForged(userChanged(TENANT, OBJECT, right), "k1", "groups");
        assertForged(userChanged(TENANT, OBJECT, right), "k1", null);
        assertForged(userChanged(TENANT, OBJECT, right), "k0", "users");
        assertForged(userChanged(TENANT, OBJECT, right), "k9", "users");
        assertForged(userChanged(TENANT, OBJECT, right), null, "users");
        assertForged(lifecycle(TENANT, "reauthorizationRequired", "wrong"), "k1", "users");
        assertForged("{\"clientState\":\"" + right + "\"}", "k1", "users");
        assertForged("{}", "k1", "users");
    }

    private static void assertForged(String item, @Nullable String keyId, @Nullable String resource)
            throws IOException {
        assertThat(decide(item, new Sender(KEYS, keyId, resource))).isEqualTo(new Drop(Why.FORGED));
    }

    private static final SubscriptionKeys KEYS = SubscriptionKeys.parse(GraphPosts.KEYS);

    private static Forward groupChange(List<String> added, List<String> removed) {
        return new Forward(
                new GroupChanged(
                        TENANT,
                        EntraObjectId.parse(OBJECT),
                        ChangeType.UPDATED,
                        added.stream().map(EntraObjectId::parse).toList(),
                        removed.stream().map(EntraObjectId::parse).toList(),
                        NOW,
                        null));
    }

    private static String sparse(
            @Nullable String resource, @Nullable String id, @Nullable String type) {
        return "{\"tenantId\":\"%s\",\"clientState\":\"%s\",\"resource\":%s,\"resourceData\":{\"id\":%s,\"@odata.type\":%s}}"
                .formatted(
                        TENANT, state(TENANT, "users"), quoted(resource), quoted(id), quoted(type))
                .replace("OBJECT", OBJECT);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static ItemDecision decide(String item, String resource) throws IOException {
        return decide(item, new Sender(KEYS, GraphPosts.KEY_ID, resource));
    }

    private static ItemDecision decide(String item, Sender sender) throws IOException {
        List<GraphItem> items = new ArrayList<>();
        ReadItems.from(
                new ByteArrayInputStream(post(item).getBytes(StandardCharsets.UTF_8)), items::add);
        return ItemDecision.decide(items.getFirst(), sender, NOW);
    }
}
