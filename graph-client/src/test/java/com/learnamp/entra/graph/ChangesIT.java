package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.MALFORMED;
import static com.learnamp.entra.graph.GraphException.Category.REFUSED;
import static com.learnamp.entra.graph.GraphException.Category.RESYNC_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final UUID A = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f000a");
    private static final UUID B = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f000b");
    private static final UUID C = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f000c");
    private static final UUID D = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f000d");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);

    @Test
    void aRoundOfUsersTellsChangesManagersAndRemovals() {
        String end = microsoft.base() + "/users/delta?$deltatoken=b";
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"@odata.deltaLink": "%s", "value": [
                         {"id": "%s", "department": null, "displayName": "Ada"},
                         {"id": "%s", "manager@delta": [{"@odata.type": "#microsoft.graph.user", "id": "%s"}]},
                         {"id": "%s", "manager@delta": [{"id": "%s", "@removed": {"reason": "deleted"}}]},
                         {"id": "%s", "@removed": {"reason": "changed"}},
                         {"id": "%s", "@removed": {"reason": "deleted"}}]}
                        """
                                .formatted(end, A, B, A, C, A, D, A)));

        DeltaPage<UserChange> page =
                graph.usersDelta(microsoft.base() + "/users/delta?$deltatoken=a");

        assertThat(page.end()).contains(end);
        assertThat(page.next()).isEmpty();
        assertThat(manager(page, 0)).isEqualTo(ManagerReading.NOT_READ);
        assertThat(((UserChange.Changed) page.changes().get(0)).profile().additional()).isEmpty();
        assertThat(manager(page, 1)).isEqualTo(new ManagerReading.Is(A));
        assertThat(manager(page, 2)).isEqualTo(ManagerReading.NONE);
        assertThat(page.changes().get(3))
                .isEqualTo(new UserChange.Removed(D, RemovedReason.SOFT_DELETED));
        assertThat(page.changes().get(4))
                .isEqualTo(new UserChange.Removed(A, RemovedReason.PURGED));
    }

    @Test
    void aRoundOfGroupsTellsWhoCameWhoLeftAndWhetherTheNestingChanged() {
        String next = microsoft.base() + "/groups/delta?$skiptoken=b";
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"@odata.nextLink": "%s", "value": [
                         {"id": "%s", "members@delta": [
                          {"@odata.type": "#microsoft.graph.user", "id": "%s"},
                          {"@odata.type": "#microsoft.graph.group", "id": "%s"},
                          {"@odata.type": "#microsoft.graph.user", "id": "%s", "@removed": {"reason": "deleted"}}]},
                         {"id": "%s", "@removed": {"reason": "deleted"}}]}
                        """
                                .formatted(next, A, B, C, D, B)));

        DeltaPage<GroupChange> page =
                graph.groupsDelta(microsoft.base() + "/groups/delta?$deltatoken=a");

        assertThat(page.next()).contains(next);
        assertThat(page.changes())
                .containsExactly(
                        new GroupChange.Changed(A, Set.of(B, C), Set.of(D), Set.of(C)),
                        new GroupChange.Removed(B, RemovedReason.PURGED));
    }

    @Test
    void latestLinksAreAskedForWithWhatIsToBeTracked() {
        String link = microsoft.base() + "/users/delta?$deltatoken=x";
        String page = microsoft.base() + "/groups/delta?$skiptoken=x";
        microsoft.graphAnswers(
                Answer.json("{\"value\": [], \"@odata.deltaLink\": \"" + link + "\"}"),
                Answer.json("{\"value\": [], \"@odata.nextLink\": \"" + page + "\"}"),
                Answer.json("{\"value\": [], \"@odata.deltaLink\": \"" + link + "\"}"),
                Answer.json("{\"value\": [], \"@odata.deltaLink\": \"" + link + "\"}"));

        assertThat(graph.latestUsersDeltaLink(UserSelection.with(List.of("employeeId"))))
                .isEqualTo(link);
        assertThat(graph.latestGroupsDeltaLink(List.of(A, B))).isEqualTo(link);
        assertThat(graph.latestGroupsDeltaLink(List.of())).isEqualTo(link);

        assertThat(asked(0))
                .startsWith("/v1.0/users/delta?$deltatoken=latest&$select=id,")
                .endsWith(",employeeId,manager");
        assertThat(asked(1))
                .isEqualTo(
                        "/v1.0/groups/delta?$deltatoken=latest&$select=members&$filter=id eq '"
                                + A
                                + "' or id eq '"
                                + B
                                + "'");
        assertThat(asked(2)).isEqualTo("/v1.0/groups/delta?$skiptoken=x");
        assertThat(asked(3)).isEqualTo("/v1.0/groups/delta?$deltatoken=latest&$select=members");
    }

    @ParameterizedTest
    @CsvSource({
        "410, SyncStateNotFound",
        "410, ''",
        "400, Request_UnsupportedQuery",
        "400, syncStateNotFound",
        "409, resyncRequired"
    })
    void anExpiredLinkAsksForEverythingAnew(int status, String code) {
        microsoft.graphAnswers(Answer.error(status, code));

        GraphException failure =
                catchThrowableOfType(
                        GraphException.class,
                        () -> graph.usersDelta(microsoft.base() + "/users/delta?$deltatoken=a"));

        assertThat(failure.category()).isEqualTo(RESYNC_REQUIRED);
    }

    /** The token goes wherever a link leads; links come out of storage and out of answers. */
    @Test
    void linksThatLeadElsewhereAreNeitherFollowedNorKept() {
        String elsewhere = "https://evil.example/v1.0/users/delta?$deltatoken=a";

        assertThat(malformed(() -> graph.usersDelta(elsewhere))).isTrue();
        assertThat(malformed(() -> graph.groupsDelta(elsewhere))).isTrue();
        assertThat(microsoft.asked).isEmpty();

        for (String name : List.of("deltaLink", "nextLink")) {
            microsoft.graphAnswers(
                    Answer.json("{\"value\": [], \"@odata." + name + "\": \"" + elsewhere + "\"}"));

            assertThat(
                            malformed(() ->
                                    graph.usersDelta(
                                            microsoft.base() + "/users/delta?$deltatoken=a")))
                    .isTrue();
            assertThat(malformed(() -> graph.latestGroupsDeltaLink(List.of(A)))).isTrue();
        }
    }

    private static boolean malformed(ThrowingCallable request) {
        return catchThrowableOfType(GraphException.class, request).category() == MALFORMED;
    }

    @Test
    void aRefusedSelectionIsNoExpiredLink() {
        microsoft.graphAnswers(Answer.error(400, "Request_UnsupportedQuery"));

        GraphException failure =
                catchThrowableOfType(
                        GraphException.class,
                        () -> graph.latestUsersDeltaLink(UserSelection.standard()));

        assertThat(failure.category()).isEqualTo(REFUSED);
    }

    private static ManagerReading manager(DeltaPage<UserChange> page, int index) {
        return ((UserChange.Changed) page.changes().get(index)).profile().manager();
    }

    private String asked(int index) {
        return URLDecoder.decode(microsoft.asked.get(index).uri(), StandardCharsets.UTF_8);
    }
}
