package com.learnamp.entra.fetcher;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.simulator.GraphSimulator;
import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Consent;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A company with a simulated tenant of its own. */
final class Customer {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime() >>> 20);
    private static final Set<Customer> CONNECTED = ConcurrentHashMap.newKeySet();

    private final String bootstrapServers;
    private final Tenant tenant;
    private final String groupId;
    private final CompanyId company = new CompanyId(IDS.incrementAndGet());
    private long revision;
    private boolean managers = true;
    private List<CustomFieldMapping> customFields = List.of();

    private Customer(String bootstrapServers, Tenant tenant, String groupId) {
        this.bootstrapServers = bootstrapServers;
        this.tenant = tenant;
        this.groupId = groupId;
    }

    /** Consented, but not connected yet. */
    static Customer with(GraphSimulator simulator, String bootstrapServers, int people) {
        Tenant tenant =
                simulator.addTenant(
                        new TenantSettings(
                                UUID.randomUUID().toString(),
                                people,
                                IDS.incrementAndGet(),
                                UUID.randomUUID().toString(),
                                "marlowe.example"));
        tenant.consent().grant(simulator.clientId(), Consent.USUAL_ROLES);
        Customer customer = new Customer(bootstrapServers, tenant, tenant.settings().groupId());
        customer.faults(Map.of());
        return customer;
    }

    /** However slow the machine is, Graph takes our address for a healthy one. */
    void faults(Map<String, ?> faults) {
        Map<String, Object> all = new HashMap<>(Map.of("endpoint", "healthy"));
        all.putAll(faults);
        tenant.setFaults(Faults.NONE.with(all));
    }

    /** Another company of the same tenant. */
    Customer neighbour(String itsGroup) {
        return new Customer(bootstrapServers, tenant, itsGroup);
    }

    Customer withoutManagers() {
        managers = false;
        return this;
    }

    /** Each of these attributes gives a custom field. */
    Customer mapping(String... attributes) {
        customFields =
                Stream.of(attributes)
                        .map(attribute ->
                                new CustomFieldMapping(
                                        "Field of " + attribute,
                                        CustomFieldMapping.Type.TEXT,
                                        new CustomFieldMapping.Source.Attribute(attribute),
                                        CustomFieldMapping.Rule.ALWAYS))
                        .toList();
        return this;
    }

    Customer connected() {
        CONNECTED.add(this);
        return save(IntegrationSettings.Status.ACTIVE);
    }

    Customer disconnected() {
        CONNECTED.remove(this);
        return save(IntegrationSettings.Status.DISCONNECTED);
    }

    /** Whoever comes next has the fetcher to himself. */
    static void disconnectAll() {
        List.copyOf(CONNECTED).forEach(Customer::disconnected);
    }

    Heard listening() {
        return Heard.by(company, bootstrapServers);
    }

    SyncRunId sync(RunTrigger trigger) {
        return sync(trigger, revision);
    }

    SyncRunId sync(RunTrigger trigger, long ofRevision) {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        ask(new SyncRequest.FullSync(company, run, ofRevision, trigger, Instant.now()));
        return run;
    }

    void lookUp(EntraObjectId person, SyncRequest.LookUpUser.Reason reason) {
        ask(new SyncRequest.LookUpUser(company, person, reason, Instant.now()));
    }

    void ask(SyncRequest request) {
        SendRecords.send(bootstrapServers, Topic.SYNC_REQUESTS, request);
    }

    CompanyId company() {
        return company;
    }

    Tenant tenant() {
        return tenant;
    }

    EntraTenantId tenantId() {
        return EntraTenantId.parse(tenant.id());
    }

    Directory directory() {
        return tenant.directory();
    }

    String groupId() {
        return groupId;
    }

    EntraObjectId group() {
        return EntraObjectId.parse(groupId());
    }

    /** People in the group now, directly or not. */
    List<Entry> people() {
        DirectoryView now = directory().now();
        return now
                .live(groupId())
                .map(group -> now.transitiveMembers(group, -1, Integer.MAX_VALUE))
                .orElse(List.of())
                .stream()
                .filter(Entry::isLive)
                .filter(entry -> entry.kind() == ObjectKind.USER)
                .toList();
    }

    /** Somebody in the group by one membership alone, and that group. */
    Membership somebody() {
        DirectoryView now = directory().now();
        for (Entry person : people()) {
            List<Entry> groups = now.memberOf(person);
            if (groups.size() == 1) {
                return new Membership(person.id(), groups.getFirst().id());
            }
        }
        throw new IllegalStateException("everybody is in several groups");
    }

    /** A stranger: in the tenant, not in the group. */
    String stranger() {
        DirectoryView now = directory().now();
        return now.list(
                        entry ->
                                entry.isLive()
                                        && entry.kind() == ObjectKind.USER
                                        && now.transitiveMemberOf(entry).stream()
                                                .noneMatch(group -> group.id().equals(groupId())),
                        -1,
                        1)
                .getFirst()
                .id();
    }

    /** The deepest group: one that nests no other but its own ancestor. */
    String deepestGroup() {
        DirectoryView now = directory().now();
        return now
                .transitiveMembers(now.live(groupId()).orElseThrow(), -1, Integer.MAX_VALUE)
                .stream()
                .filter(entry -> entry.kind() == ObjectKind.GROUP)
                .max(java.util.Comparator.comparing(entry -> now.transitiveMemberOf(entry).size()))
                .orElseThrow()
                .id();
    }

    /** Its nested groups have been found, and their changes are followed by delta links. */
    boolean isFollowed() {
        return Store.text(
                        "SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT FROM directory.delta_links d"
                                + " WHERE d.tenant_id = c.tenant_id AND c.group_id = ANY (d.groups)))"
                                + " || ' of ' || least(count(*), 1)"
                                + " FROM directory.closure c WHERE tenant_id = ?",
                        tenantId().value())
                .filter("0 of 1"::equals)
                .isPresent();
    }

    /** What everybody who knows the directory would tell. */
    Map<EntraObjectId, Facts> truth() {
        DirectoryView now = directory().now();
        Map<EntraObjectId, Facts> truth = new HashMap<>();
        for (Entry person : people()) {
            truth.put(EntraObjectId.parse(person.id()), Facts.of(now, person, managers));
        }
        return truth;
    }

    static Map<EntraObjectId, Facts> told(Heard heard) {
        Map<EntraObjectId, Facts> told = new HashMap<>();
        heard.inScope().forEach((id, snapshot) -> told.put(id, Facts.of(snapshot)));
        return told;
    }

    /**
     * As hints can tell them: where a manager who was never in the group is deleted or comes back,
     * nobody says so, and nobody in Learn Amp is concerned.
     */
    Map<EntraObjectId, String> differencesButStrangers(Heard heard) {
        Map<EntraObjectId, Facts> told = told(heard);
        Map<EntraObjectId, Facts> truth = truth();
        Set<EntraObjectId> known = heard.newest().keySet();
        Map<EntraObjectId, String> differences = differences(heard);
        differences
                .entrySet()
                .removeIf(difference ->
                        difference.getValue().equals("manager")
                                && isStranger(told.get(difference.getKey()), known)
                                && isStranger(truth.get(difference.getKey()), known));
        return differences;
    }

    private static boolean isStranger(@Nullable Facts facts, Set<EntraObjectId> known) {
        String manager = facts == null ? null : facts.manager();
        return manager == null || !known.contains(EntraObjectId.parse(manager));
    }

    /** Ids of people of whom something else was told than the directory says, and what about. */
    Map<EntraObjectId, String> differences(Heard heard) {
        Map<EntraObjectId, Facts> told = told(heard);
        Map<EntraObjectId, Facts> truth = truth();
        Map<EntraObjectId, String> differences = new HashMap<>();
        truth.forEach((id, facts) -> {
            Facts other = told.get(id);
            if (other == null) {
                differences.put(id, "in scope, but not told");
            } else if (!other.equals(facts)) {
                differences.put(id, other.user().equals(facts.user()) ? "manager" : "attributes");
            }
        });
        told.keySet().stream()
                .filter(id -> !truth.containsKey(id))
                .forEach(id -> differences.put(id, "told, but not in scope"));
        differences.replaceAll((id, what) -> what.equals("manager") ? what : what + history(id));
        return differences;
    }

    private List<String> history(EntraObjectId id) {
        return directory().changes(0, Integer.MAX_VALUE).stream()
                .filter(change ->
                        change.objectId().equals(id.toString())
                                || id.toString().equals(change.otherId()))
                .map(change -> " " + change.at() + " " + change.action())
                .toList();
    }

    private Customer save(IntegrationSettings.Status status) {
        revision++;
        SendRecords.send(
                bootstrapServers,
                Topic.INTEGRATIONS,
                new IntegrationSettings(
                        company,
                        revision,
                        status,
                        tenantId(),
                        group(),
                        IntegrationSettings.Invitations.BY_HAND,
                        managers,
                        false,
                        IntegrationSettings.DisabledAccounts.LEAVE_ALONE,
                        "en",
                        "London",
                        Instant.now(),
                        customFields));
        return this;
    }

    /** A person and the one group that he is in directly. */
    record Membership(String person, String group) {
        EntraObjectId id() {
            return EntraObjectId.parse(person);
        }
    }

    /** What is compared: everything that a snapshot says of a person. */
    record Facts(EntraUser user, @Nullable String manager) {

        static Facts of(UserSnapshot snapshot) {
            return new Facts(
                    snapshot.attributes(),
                    switch (snapshot.manager()) {
                        case ManagerReading.NotRead notRead -> "not read";
                        case ManagerReading.None none -> null;
                        case ManagerReading.Is is -> is.manager().toString();
                    });
        }

        static Facts of(DirectoryView now, Entry person, boolean managers) {
            DirectoryObject object = person.object();
            String hired = text(object, "employeeHireDate");
            return new Facts(
                    new EntraUser(
                            text(object, "userPrincipalName"),
                            text(object, "mail"),
                            text(object, "displayName"),
                            text(object, "givenName"),
                            text(object, "surname"),
                            text(object, "jobTitle"),
                            text(object, "department"),
                            text(object, "officeLocation"),
                            text(object, "preferredLanguage"),
                            hired == null ? null : Instant.parse(hired),
                            object.flag("accountEnabled"),
                            text(object, "userType"),
                            Map.of()),
                    managers ? now.manager(person).map(Entry::id).orElse(null) : "not read");
        }

        private static @Nullable String text(DirectoryObject object, String property) {
            Object value = object.value(property);
            return value == null ? null : Objects.toString(value);
        }

        @Override
        public String toString() {
            return "Facts[redacted]";
        }
    }
}
