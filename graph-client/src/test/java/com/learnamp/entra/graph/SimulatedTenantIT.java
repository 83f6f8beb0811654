package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.APP_UNKNOWN;
import static com.learnamp.entra.graph.GraphException.Category.CONSENT_MISSING;
import static com.learnamp.entra.graph.GraphException.Category.FORBIDDEN;
import static com.learnamp.entra.graph.GraphException.Category.PAGE_LOST;
import static com.learnamp.entra.graph.GraphException.Category.RESYNC_REQUIRED;
import static com.learnamp.entra.graph.GraphException.Category.SECRET_EXPIRED;
import static com.learnamp.entra.graph.GraphException.Category.SECRET_WRONG;
import static com.learnamp.entra.graph.GraphException.Category.TENANT_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.SimulatorOptions;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.directory.Photo;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Consent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything against a Graph that was made from the same facts by other hands. */
class SimulatedTenantIT {

    private static final int PEOPLE = 1200;
    private static @Nullable GraphSimulator simulator;

    private final List<AnsweredRequest> measured = new CopyOnWriteArrayList<>();
    private final TestClock clock = new TestClock();

    @AutoClose private final MicrosoftGraph door = open(clientSecret());

    private final UUID tenantId = UUID.fromString(simulator().tenantId());
    private final UUID root = UUID.fromString(simulator().groupId());
    private final GraphTenant graph = door.tenant(tenantId);

    @BeforeAll
    static void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(PEOPLE));
    }

    @AfterAll
    static void stop() {
        simulator().close();
    }

    @BeforeEach
    void goodDay() {
        simulator().tenant().setFaults(Faults.NONE);
        simulator().tenant().consent().grant(simulator().clientId(), Consent.USUAL_ROLES);
    }

    @Test
    void aListingIsTheDirectoryFieldByField() {
        Map<UUID, DirectoryUser> listed = people(graph);

        assertThat(listed).hasSizeGreaterThanOrEqualTo(PEOPLE);
        assertSameAsDirectory(listed);
    }

    /**
     * Rule: retries and page tokens that break must end in a complete listing or an exception,
     * never in less.
     */
    @Test
    void aListingInBadWeatherIsTheSame() {
        simulator()
                .tenant()
                .setFaults(
                        Faults.NONE.with(
                                Map.of(
                                        "throttleRate",
                                        0.2,
                                        "errorRate",
                                        0.2,
                                        "dropRate",
                                        0.1,
                                        "retryAfterForm",
                                        "decimal")));

        Map<UUID, DirectoryUser> listed = people(graph);

        assertSameAsDirectory(listed);
    }

    @Test
    void managersAreThoseOfTheDirectory() {
        DirectoryView now = directory().now();
        UserPage page = graph.usersWithManagers(UserSelection.standard());
        List<DirectoryUser> everybody = new ArrayList<>(page.users());
        while (page.next().isPresent()) {
            page = graph.nextUsers(page.next().orElseThrow());
            everybody.addAll(page.users());
        }

        assertThat(everybody).hasSize(Math.toIntExact(graph.userCount()));
        for (DirectoryUser user : everybody) {
            assertThat(user.manager()).isEqualTo(manager(now, user.id()));
        }
        assertThat(everybody).anyMatch(user -> user.manager() instanceof ManagerReading.Is);
    }

    @Test
    void lookUpsTellProfileManagerAndMembership() {
        DirectoryView now = directory().now();
        List<UUID> asked =
                now.list(entry -> entry.isLive() && entry.kind() == ObjectKind.USER, -1, 9).stream()
                        .map(entry -> UUID.fromString(entry.id()))
                        .collect(Collectors.toCollection(ArrayList::new));
        UUID nobody = UUID.randomUUID();
        asked.add(nobody);

        List<LookUp> found = graph.lookUp(asked, List.of(root), UserSelection.standard());

        assertThat(found).hasSize(10).contains(new LookUp.NotFound(nobody));
        for (LookUp each : found) {
            if (each instanceof LookUp.Found person) {
                Entry entry = now.live(person.user().toString()).orElseThrow();
                boolean inside =
                        now.transitiveMemberOf(entry).stream()
                                .anyMatch(group -> group.id().equals(root.toString()));
                assertSamePerson(person.profile(), entry.object());
                assertThat(person.profile().manager()).isEqualTo(manager(now, person.user()));
                assertThat(person.memberOf()).isEqualTo(inside ? Set.of(root) : Set.of());
            }
        }
        assertThat(measured).extracting(AnsweredRequest::kind).containsExactly(RequestKind.LOOK_UP);
        assertThat(measured.getFirst().resourceUnits()).isPositive();
    }

    @Test
    void throttledStepsAreValuesToAskAgain() {
        simulator().tenant().setFaults(Faults.NONE.with(Map.of("batchThrottleRate", 1.0)));
        UUID somebody = somebody();

        List<LookUp> found =
                graph.lookUp(List.of(somebody), List.of(root), UserSelection.standard());

        GraphException reason = ((LookUp.Failed) found.getFirst()).reason();
        assertThat(reason.category().passing()).isTrue();
        assertThat(reason.retryAfter()).contains(Duration.ofMillis(2128));
    }

    @Test
    void groupsAndTheBinAreRead() {
        UUID leaver =
                UUID.fromString(
                        directory()
                                .create(
                                        ObjectKind.USER,
                                        UUID.randomUUID().toString(),
                                        Map.of("userPrincipalName", "l@contoso.example"))
                                .objectId());

        assertThat(graph.group(root).orElseThrow().canHoldGroups()).isTrue();
        assertThat(graph.group(UUID.randomUUID())).isEmpty();
        assertThat(graph.members(root).members()).isNotEmpty();
        assertThat(graph.deleted(List.of(leaver)))
                .containsExactly(new DeletedState.NotDeleted(leaver));
        directory().delete(leaver.toString());
        assertThat(graph.deleted(List.of(leaver, root)))
                .containsExactlyInAnyOrder(
                        new DeletedState.SoftDeleted(leaver), new DeletedState.NotDeleted(root));
        assertThat(graph.types(List.of(root, somebody(), UUID.randomUUID())).values())
                .containsExactlyInAnyOrder("#microsoft.graph.group", "#microsoft.graph.user");
    }

    @Test
    void deltaTellsWhatChangedSince() {
        UUID person = somebody();
        String users = graph.latestUsersDeltaLink(UserSelection.standard());
        String groups = graph.latestGroupsDeltaLink(List.of(root));
        UUID joiner =
                UUID.fromString(
                        directory()
                                .create(
                                        ObjectKind.USER,
                                        UUID.randomUUID().toString(),
                                        Map.of("userPrincipalName", "j@contoso.example"))
                                .objectId());
        directory().update(person.toString(), Map.of("jobTitle", "Chief Listener"));
        directory().addMember(root.toString(), joiner.toString());

        Map<UUID, UserChange> changed = new HashMap<>();
        DeltaPage<UserChange> page = graph.usersDelta(users);
        page.changes().forEach(change -> changed.put(change.user(), change));
        while (page.next().isPresent()) {
            page = graph.usersDelta(page.next().orElseThrow());
            page.changes().forEach(change -> changed.put(change.user(), change));
        }

        assertThat(changed).containsKeys(person, joiner);
        DirectoryUser profile =
                ((UserChange.Changed) Optional.ofNullable(changed.get(person)).orElseThrow())
                        .profile();
        assertThat(profile.jobTitle()).isEqualTo("Chief Listener");
        assertThat(profile.manager()).isEqualTo(ManagerReading.NOT_READ);
        assertThat(page.end()).isPresent();
        assertThat(graph.groupsDelta(groups).changes())
                .anySatisfy(change ->
                        assertThat(((GroupChange.Changed) change).added()).contains(joiner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupportedQuery", "syncStateNotFound", "gone", "resyncRequired"})
    void anExpiredDeltaLinkAsksForEverythingAnew(String form) {
        String link = graph.latestUsersDeltaLink(UserSelection.standard());
        simulator()
                .tenant()
                .setFaults(
                        Faults.NONE.with(Map.of("deltaExpiryRate", 1.0, "deltaExpiryForm", form)));

        assertThat(refusal(() -> graph.usersDelta(link)).category()).isEqualTo(RESYNC_REQUIRED);
    }

    @Test
    void aLostPageTokenIsNamed() {
        simulator().tenant().setFaults(Faults.NONE.with(Map.of("lostPageTokenRate", 1.0)));
        String next = graph.transitiveMembers(root, UserSelection.standard()).next().orElseThrow();

        assertThat(refusal(() -> graph.nextMembers(next)).category()).isEqualTo(PAGE_LOST);
    }

    @Test
    void photosAreReadWhenThereAreAny() {
        UUID pictured = somebody();
        UUID plain =
                UUID.fromString(
                        directory()
                                .create(
                                        ObjectKind.USER,
                                        UUID.randomUUID().toString(),
                                        Map.of("userPrincipalName", "p@contoso.example"))
                                .objectId());
        directory().setPhoto(pictured.toString(), Photo.painted(7, 240));

        Map<UUID, PhotoReading> readings =
                graph.photoMetadata(List.of(pictured, plain)).stream()
                        .collect(Collectors.toMap(PhotoReading::user, reading -> reading));

        assertThat(readings.get(plain)).isEqualTo(new PhotoReading.NoPhoto(plain));
        assertThat(readings.get(pictured)).isInstanceOf(PhotoReading.PhotoMetadata.class);
        PhotoDownload.Image image =
                (PhotoDownload.Image) graph.photoBytes(pictured, PhotoSize.LARGEST, 4_000_000);
        assertThat(image.bytes()).startsWith(0xFF, 0xD8);
        assertThat(image.contentType()).isEqualTo("image/jpeg");
        assertThat(graph.photoBytes(plain, PhotoSize.PX_240, 10))
                .isEqualTo(new PhotoDownload.NoPhoto());
    }

    @Test
    void aSubscriptionLivesAndDies() throws Exception {
        try (Hook hook = new Hook()) {
            Instant soon = Instant.now().plus(Duration.ofHours(2));
            GraphSubscription made =
                    graph.subscribe(
                            new SubscriptionRequest(
                                    "/users",
                                    "updated,deleted",
                                    hook.address(),
                                    hook.address(),
                                    "state",
                                    soon));
            GraphException twice =
                    refusal(() ->
                            graph.subscribe(
                                    new SubscriptionRequest(
                                            "/users",
                                            "updated,deleted",
                                            hook.address(),
                                            hook.address(),
                                            "state",
                                            soon)));

            GraphSubscription renewed =
                    graph.renewSubscription(made.id(), soon.plus(Duration.ofHours(1)));

            assertThat(twice.category()).isEqualTo(GraphException.Category.ALREADY_EXISTS);
            assertThat(graph.subscriptions())
                    .extracting(GraphSubscription::id)
                    .containsExactly(made.id());
            assertThat(renewed.expiration()).isAfter(made.expiration());
            graph.unsubscribe(made.id());
            assertThat(graph.subscription(made.id())).isEmpty();
        }
    }

    @Test
    void anAddressThatDoesNotAnswerIsNamed() {
        URI nowhere = URI.create("http://127.0.0.1:1/graph/notifications");

        GraphException failure =
                refusal(() ->
                        graph.subscribe(
                                new SubscriptionRequest(
                                        "/users",
                                        "updated,deleted",
                                        nowhere,
                                        nowhere,
                                        "state",
                                        Instant.now().plus(Duration.ofHours(2)))));

        assertThat(failure.category()).isEqualTo(GraphException.Category.ENDPOINT_REFUSED);
    }

    @Test
    void eachWayOfNotBeingLetInIsNamed() {
        try (MicrosoftGraph wrong = open("not-the-secret")) {
            assertThat(refusal(() -> wrong.tenant(tenantId).group(root)).category())
                    .isEqualTo(SECRET_WRONG);
        }
        assertThat(refusal(() -> door.tenant(UUID.randomUUID()).group(root)).category())
                .isEqualTo(TENANT_UNKNOWN);
        simulator().tenant().consent().forget(simulator().clientId());
        assertThat(refusal(() -> graph.group(root)).category()).isEqualTo(APP_UNKNOWN);
        simulator().tenant().consent().grant(simulator().clientId(), Consent.USUAL_ROLES);
        simulator().tenant().setFaults(Faults.NONE.with(Map.of("secretExpired", true)));
        assertThat(refusal(() -> graph.group(root)).category()).isEqualTo(SECRET_EXPIRED);
    }

    @Test
    void consentCountsWithoutWaitingForTheTokensEnd() {
        simulator().tenant().consent().revoke(simulator().clientId());
        assertThat(refusal(() -> graph.group(root)).category()).isEqualTo(CONSENT_MISSING);
        LookUp before = lookUp(somebody());

        simulator().tenant().consent().grant(simulator().clientId(), Consent.USUAL_ROLES);
        clock.forward(Duration.ofMinutes(1));
        LookUp after = lookUp(somebody());

        assertThat(((LookUp.Failed) before).reason().category()).isEqualTo(CONSENT_MISSING);
        assertThat(after).isInstanceOf(LookUp.Found.class);
        assertThat(graph.group(root)).isPresent();
    }

    @Test
    void revokedTokensAreReplaced() {
        assertThat(graph.group(root)).isPresent();
        simulator().tenant().revokeTokens();
        clock.forward(Duration.ofMinutes(1));

        assertThat(graph.group(root)).isPresent();
    }

    @Test
    void aGroupThatMayNotBeReadIsNoMissingGroup() {
        simulator()
                .tenant()
                .setFaults(Faults.NONE.with(Map.of("forbiddenGroups", List.of(root.toString()))));

        assertThat(
                        refusal(() -> graph.transitiveMembers(root, UserSelection.standard()))
                                .category())
                .isIn(FORBIDDEN, CONSENT_MISSING);
    }

    private Map<UUID, DirectoryUser> people(GraphTenant tenant) {
        Map<UUID, DirectoryUser> people = new LinkedHashMap<>();
        MemberPage page = tenant.transitiveMembers(root, UserSelection.with(List.of("employeeId")));
        collect(page, people);
        while (page.next().isPresent()) {
            page = tenant.nextMembers(page.next().orElseThrow());
            collect(page, people);
        }
        return people;
    }

    private static void collect(MemberPage page, Map<UUID, DirectoryUser> people) {
        for (DirectoryMember member : page.members()) {
            if (member instanceof DirectoryMember.UserMember(DirectoryUser user)) {
                assertThat(people.put(user.id(), user)).isNull();
            }
        }
    }

    private void assertSameAsDirectory(Map<UUID, DirectoryUser> listed) {
        DirectoryView now = directory().now();
        Entry group = now.live(root.toString()).orElseThrow();
        List<Entry> members =
                now.transitiveMembers(group, -1, Integer.MAX_VALUE).stream()
                        .filter(entry -> entry.kind() == ObjectKind.USER)
                        .toList();
        assertThat(listed).hasSameSizeAs(members);
        for (Entry entry : members) {
            DirectoryUser user =
                    Optional.ofNullable(listed.get(UUID.fromString(entry.id()))).orElseThrow();
            assertSamePerson(user, entry.object());
            assertThat(user.additional().get("employeeId"))
                    .isEqualTo(entry.object().value("employeeId"));
        }
    }

    private static void assertSamePerson(DirectoryUser user, DirectoryObject object) {
        assertThat(user.userPrincipalName()).isEqualTo(object.value("userPrincipalName"));
        assertThat(user.mail()).isEqualTo(object.value("mail"));
        assertThat(user.displayName()).isEqualTo(object.value("displayName"));
        assertThat(user.givenName()).isEqualTo(object.value("givenName"));
        assertThat(user.surname()).isEqualTo(object.value("surname"));
        assertThat(user.jobTitle()).isEqualTo(object.value("jobTitle"));
        assertThat(user.department()).isEqualTo(object.value("department"));
        assertThat(user.officeLocation()).isEqualTo(object.value("officeLocation"));
        assertThat(user.preferredLanguage()).isEqualTo(object.value("preferredLanguage"));
        assertThat(user.accountEnabled()).isEqualTo(object.value("accountEnabled"));
        assertThat(user.userType()).isEqualTo(object.value("userType"));
        Object hired = object.value("employeeHireDate");
        assertThat(user.employeeHireDate())
                .isEqualTo(hired == null ? null : Instant.parse(hired.toString()));
    }

    private static ManagerReading manager(DirectoryView view, UUID person) {
        return view.manager(view.live(person.toString()).orElseThrow())
                .<ManagerReading>map(entry -> new ManagerReading.Is(UUID.fromString(entry.id())))
                .orElse(ManagerReading.NONE);
    }

    private static UUID somebody() {
        return UUID.fromString(
                directory()
                        .now()
                        .list(entry -> entry.isLive() && entry.kind() == ObjectKind.USER, -1, 1)
                        .getFirst()
                        .id());
    }

    private LookUp lookUp(UUID person) {
        return graph.lookUp(List.of(person), List.of(root), UserSelection.standard()).getFirst();
    }

    private static GraphException refusal(Runnable call) {
        return catchThrowableOfType(GraphException.class, call::run);
    }

    private MicrosoftGraph open(String secret) {
        GraphSettings settings =
                new GraphSettings(
                        URI.create(simulator().graphBaseUrl()),
                        URI.create(simulator().loginUrl()),
                        simulator().loginCa(),
                        simulator().clientId(),
                        secret);
        return new MicrosoftGraph(settings, measured::add, clock, new Retries(pause -> {}));
    }

    private static String clientSecret() {
        return simulator().clientSecret();
    }

    private static Directory directory() {
        return simulator().directory();
    }

    private static GraphSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator is not running");
        }
        return simulator;
    }
}
