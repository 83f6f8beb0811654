package com.learnamp.entra.worlds;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.Origin;
import com.learnamp.entra.contracts.ProvisioningCommand;
import com.learnamp.entra.contracts.RunEnded;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.SyncRunId;
import com.learnamp.entra.contracts.UserMessage;
import com.learnamp.entra.contracts.UserOutOfScope;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.contracts.Version;
import com.learnamp.entra.mapper.MapperDoor;
import com.learnamp.entra.writer.apply.WriterDoor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A directory, its company, the messages on their way, and admins who do this and that. */
final class World {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Origin NOTICED = Origin.ofCause(Origin.Cause.NOTIFICATION, NOW);

    /** How the store shall have titles. */
    enum FieldRule {
        ALWAYS,
        ONLY_WHEN_EMPTY,
        NEVER_CLEAR
    }

    /**
     * @param holder of whom it was made
     */
    record Choice(long holder, String choice) {}

    private final Store store;
    private int limit;
    private final WriterDoor writer;
    private final CompanyId company;
    private final ByHand byHand;
    private final Directory directory = new Directory();
    private final List<UserMessage> messages = new ArrayList<>();
    private final Set<Integer> known = new TreeSet<>();
    private final Map<Integer, Choice> choices = new HashMap<>();
    private final Map<Long, Integer> mails = new HashMap<>();
    private final Set<String> managedByHand = new HashSet<>();
    private final Set<UUID> former = new HashSet<>();
    private final Map<Long, Long> held = new HashMap<>();
    private IntegrationSettings settings;
    private FieldRule titleRule = FieldRule.ALWAYS;
    private boolean ownersMade;
    private int approved;
    private long reads;
    private int groups;
    private int tenants;

    /**
     * @param limit how many people at most are created, and how many deactivated, unless somebody
     *     approves; 0 for no limit
     */
    World(Store store, int limit) {
        this.store = store;
        this.limit = limit;
        this.writer = new WriterDoor(store.ofWriter(), Clock.fixed(NOW, ZoneOffset.UTC));
        long id = store.number("INSERT INTO learnamp.companies (name) VALUES ('Any') RETURNING id");
        this.company = new CompanyId(id);
        this.byHand = new ByHand(store, id);
        this.settings = settings(1, Invitations.IMMEDIATELY, true, DisabledAccounts.LEAVE_ALONE);
        store.execute(
                "INSERT INTO provisioning.integrations (company_id, revision, status, tenant_id,"
                        + " group_id, saved_by, confirmed_revision) VALUES (?, 1, 'active', ?, ?,"
                        + " 'test', 1)",
                id,
                settings.tenant().value(),
                settings.group().value());
        store.execute(
                "INSERT INTO provisioning.guard_settings (company_id, grace_hours, window_hours,"
                        + " limit_people, saved_at, saved_by) VALUES (?, 0, 24, ?, now(), 'test')",
                id,
                limit == 0 ? null : Integer.valueOf(limit));
        save();
        individual("owner@x.example", "owner", object(0).toString());
        individual("d@x.example", "viewer", null);
        individual("e@x.example", "admin", null);
        for (int number = 0; number < Directory.ACCOUNTS / 2; number++) {
            directory.joins(number);
        }
    }

    private void individual(String address, String role, @Nullable String externalId) {
        store.execute(
                "INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone,"
                        + " language, role, integration_external_id) VALUES (?, ?, 'Given', 'Family',"
                        + " 'London', 'en', ?, ?)",
                company.value(),
                address,
                role,
                externalId);
    }

    private IntegrationSettings settings(
            long revision, Invitations invitations, boolean managers, DisabledAccounts disabled) {
        return new IntegrationSettings(
                company,
                revision,
                IntegrationSettings.Status.ACTIVE,
                new EntraTenantId(new UUID(1, 1 + tenants)),
                new EntraObjectId(new UUID(2, 1 + groups)),
                invitations,
                managers,
                false,
                disabled,
                "en",
                "London",
                NOW,
                List.of());
    }

    void happens(Step step) {
        int who = step.who();
        int what = step.what();
        switch (step.kind()) {
            case JOINS -> directory.joins(who);
            case LEAVES -> directory.leaves(who);
            case IS_DELETED -> directory.isDeleted(who);
            case TITLE -> directory.title(who, what);
            case DEPARTMENT -> directory.department(who, what);
            case LANGUAGE -> directory.language(who, what);
            case ADDRESS -> directory.address(who, what);
            case MANAGER -> directory.manager(who, what);
            case ENABLED -> directory.enabled(who, what);
            case READ -> read(who, NOTICED).ifPresent(messages::add);
            case FOLLOWED -> read(who, NOTICED).ifPresent(message -> apply(List.of(message)));
            case READ_ALL -> messages.addAll(readAll(NOTICED));
            case ARRIVE -> apply(some(who, what, true));
            case ARRIVE_AND_STAY -> apply(some(who, what, false));
            case ARE_LOST -> some(who, what, true);
            case THE_WRITER_IS_KILLED -> writer.crash(company, mapped(some(who, what, false)));
            case SETTINGS -> change(what);
            case FIELD_RULE -> ruleTitles(what);
            case ANOTHER_GROUP -> {
                groups++;
                directory.regroup(what);
                saveAsBefore();
            }
            case ANOTHER_TENANT -> moveToAnotherTenant();
            case EDITED_BY_HAND -> user(who).ifPresent(byHand::edit);
            case MANAGED_BY_HAND ->
                    user(who)
                            .ifPresent(user ->
                                    user(what % Directory.ACCOUNTS)
                                            .ifPresent(manager -> manage(user, manager)));
            case REACTIVATED_BY_HAND -> user(who).ifPresent(byHand::reactivate);
            case MADE_OWNER -> {
                user(who).ifPresent(byHand::makeOwner);
                ownersMade = true;
            }
            case CHOICE -> choose(who, what);
            case APPROVED -> approved += byHand.approve();
            case REJECTED -> byHand.reject();
            case HELD -> user(who).ifPresent(this::hold);
            case RELEASED ->
                    user(who)
                            .ifPresent(user -> {
                                byHand.release(user);
                                held.remove(user);
                            });
            case INVITED_BY_HAND -> user(who).ifPresent(byHand::invite);
            case INVITATIONS_LEAVE -> sendInvitations();
        }
    }

    /** A run of which every tenth message is lost, its end apart. */
    void runsWithLosses(int lost) {
        messages.clear();
        run(lost, lost);
    }

    /**
     * Nothing happens any more, admins agree to everything, and a run puts right what was lost.
     * Another one does what only a review of the first could let through, and where there are
     * several Owners, a third one: the last of them can leave only once there is another.
     */
    void comesToRest() {
        messages.clear();
        store.execute(
                "UPDATE provisioning.guard_settings SET limit_people = NULL WHERE company_id = ?",
                company.value());
        limit = 0;
        byHand.approve();
        run(1, -1);
        if (byHand.approve() > 0) {
            run(2, -1);
        }
        if (ownersMade) {
            run(4, -1);
        }
    }

    /**
     * @return how many changes a further run makes
     */
    long restless() {
        long before = changes();
        run(3, -1);
        return changes() - before;
    }

    private long changes() {
        return store.number(
                "SELECT count(*) FROM provisioning.history WHERE company_id = ?", company.value());
    }

    /**
     * @param lost of ten messages; none if negative
     */
    private void run(int number, int lost) {
        SyncRunId run = new SyncRunId(UUID.randomUUID());
        Version first = new Version(1, reads + 1);
        List<UserMessage> all = readAll(Origin.ofRun(run, RunTrigger.SCHEDULE, NOW));
        all.removeIf(message -> lost >= 0 && Math.floorMod(message.key().hashCode(), 10) == lost);
        Collections.shuffle(all, new Random(number));
        int middle = all.size() / 2;
        apply(all.subList(0, middle));
        List<UserMessage> rest = new ArrayList<>(all.subList(middle, all.size()));
        rest.add(
                new RunEnded(
                        company,
                        run,
                        RunTrigger.SCHEDULE,
                        settings.revision(),
                        NOW,
                        first,
                        all.size(),
                        new RunEnded.Outcome.Complete(),
                        NOW));
        apply(rest);
        apply(lookUpUntouched(Origin.ofRun(run, RunTrigger.SCHEDULE, NOW)));
    }

    /** Accounts of a tenant before are not listed: they are looked up after the end of a run. */
    private List<UserMessage> lookUpUntouched(Origin origin) {
        return former.stream()
                .sorted()
                .map(object -> outOfScope(object, UserOutOfScope.Evidence.DELETED, origin))
                .toList();
    }

    private List<UserMessage> readAll(Origin origin) {
        List<UserMessage> all = new ArrayList<>();
        for (int number = 0; number < Directory.ACCOUNTS; number++) {
            read(number, origin).ifPresent(all::add);
        }
        return all;
    }

    /** Empty for whoever was never in the group: nobody looks at him. */
    private Optional<UserMessage> read(int number, Origin origin) {
        Account account = directory.account(number);
        if (account.exists() && account.member()) {
            known.add(number);
            return Optional.of(
                    new UserSnapshot(
                            company,
                            new EntraObjectId(object(number)),
                            new Version(1, ++reads),
                            settings.revision(),
                            NOW,
                            origin,
                            attributes(account),
                            reading(account.manager())));
        }
        return known.contains(number)
                ? Optional.of(
                        outOfScope(
                                object(number),
                                account.exists()
                                        ? UserOutOfScope.Evidence.NOT_A_MEMBER
                                        : UserOutOfScope.Evidence.DELETED,
                                origin))
                : Optional.empty();
    }

    private UserMessage outOfScope(UUID object, UserOutOfScope.Evidence evidence, Origin origin) {
        return new UserOutOfScope(
                company,
                new EntraObjectId(object),
                new Version(1, ++reads),
                settings.revision(),
                NOW,
                origin,
                evidence);
    }

    /** Without an address he is a guest of whom Entra has no mail. */
    private static EntraUser attributes(Account account) {
        @Nullable String address = account.address();
        return new EntraUser(
                address != null ? address : "guest#EXT#@x.onmicrosoft.com",
                null,
                "Person " + account.number(),
                "Person",
                "Number " + account.number(),
                account.title(),
                account.department(),
                null,
                account.language(),
                null,
                account.enabled(),
                address != null ? "Member" : "Guest",
                Map.of());
    }

    private ManagerReading reading(@Nullable Integer manager) {
        return manager == null
                ? new ManagerReading.None()
                : new ManagerReading.Is(new EntraObjectId(object(manager)));
    }

    private List<UserMessage> some(int who, int what, boolean gone) {
        List<UserMessage> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(31L * who + what));
        List<UserMessage> some = shuffled.subList(0, Math.min(what + 1, shuffled.size()));
        if (gone) {
            messages.removeAll(some);
        }
        return some;
    }

    private void apply(List<UserMessage> arriving) {
        writer.apply(company, mapped(arriving));
    }

    private List<ProvisioningCommand> mapped(List<UserMessage> arriving) {
        List<ProvisioningCommand> commands = new ArrayList<>();
        for (UserMessage message : arriving) {
            MapperDoor.map(message, settings, NOW).ifPresent(commands::add);
        }
        return commands;
    }

    private void change(int what) {
        Invitations invitations = what % 4 == 0 ? Invitations.IMMEDIATELY : Invitations.BY_HAND;
        boolean managers = what % 4 == 2 ? !settings.assignManagers() : settings.assignManagers();
        DisabledAccounts disabled =
                what % 4 == 3 ? DisabledAccounts.DEACTIVATE : DisabledAccounts.LEAVE_ALONE;
        settings = settings(settings.revision() + 1, invitations, managers, disabled);
        save();
    }

    private void manage(long user, long manager) {
        byHand.manage(user, manager);
        managedByHand.add(Long.toString(user));
    }

    private void ruleTitles(int what) {
        titleRule = FieldRule.values()[what % FieldRule.values().length];
        store.execute(
                "UPDATE provisioning.integrations SET field_rules = jsonb_build_object('jobTitle',"
                        + " ?::text) WHERE company_id = ?",
                titleRule.name().toLowerCase(Locale.ROOT),
                company.value());
        saveAsBefore();
    }

    /** Nobody is known there yet; whoever was is somewhere else. */
    private void moveToAnotherTenant() {
        known.forEach(number -> former.add(object(number)));
        known.clear();
        choices.clear();
        tenants++;
        saveAsBefore();
    }

    private void hold(long user) {
        byHand.hold(user);
        held.putIfAbsent(user, deactivations(user));
    }

    /** By the sync. */
    private long deactivations(long user) {
        return store.number(
                "SELECT count(*) FROM provisioning.history WHERE company_id = ? AND user_id = ?"
                        + " AND kind = 'deactivated' AND cause <> 'admin'",
                company.value(),
                user);
    }

    private void saveAsBefore() {
        settings =
                settings(
                        settings.revision() + 1,
                        settings.invitations(),
                        settings.assignManagers(),
                        settings.disabledAccounts());
        save();
    }

    private void save() {
        store.execute(
                "UPDATE provisioning.integrations SET revision = ?, confirmed_revision = ?,"
                        + " tenant_id = ?, group_id = ?, invitations = ?, assign_managers = ? WHERE"
                        + " company_id = ?",
                settings.revision(),
                settings.revision(),
                settings.tenant().value(),
                settings.group().value(),
                settings.invitations().name().toLowerCase(Locale.ROOT),
                settings.assignManagers(),
                company.value());
    }

    /** An admin says of whoever has the account's address that it is the same, or another. */
    private void choose(int who, int what) {
        @Nullable String address = directory.account(who).address();
        List<Map<String, @Nullable String>> holders =
                store.rows(
                        "SELECT id FROM learnamp.users WHERE company_id = ? AND email = ?",
                        company.value(),
                        address);
        if (!holders.isEmpty()) {
            long holder = Long.parseLong(String.valueOf(holders.getFirst().get("id")));
            String choice = what % 2 == 0 ? "same_person" : "new_person";
            byHand.choose(object(who), holder, choice);
            choices.put(who, new Choice(holder, choice));
        }
    }

    private void sendInvitations() {
        store.rows(
                        "UPDATE provisioning.invitations SET state = 'sent' WHERE company_id = ? AND"
                                + " state = 'due' RETURNING user_id",
                        company.value())
                .forEach(row ->
                        mails.merge(
                                Long.valueOf(String.valueOf(row.get("user_id"))), 1, Integer::sum));
    }

    private Optional<Long> user(int who) {
        return store
                .rows(
                        "SELECT user_id FROM provisioning.ledger WHERE company_id = ? AND object_id"
                                + " = ? AND user_id IS NOT NULL",
                        company.value(),
                        object(who))
                .stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("user_id"))))
                .findFirst();
    }

    UUID object(int number) {
        return new UUID(company.value(), 100L * tenants + number + 1);
    }

    Directory directory() {
        return directory;
    }

    IntegrationSettings settings() {
        return settings;
    }

    /** Whether somebody has ever given the user a manager. */
    boolean managedByHand(String user) {
        return managedByHand.contains(user);
    }

    /** Whether an admin protects the user from being deactivated. */
    boolean isHeld(String user) {
        return held.containsKey(Long.valueOf(user));
    }

    /** Whether somebody has been deactivated by the sync although he was held. */
    boolean heldInVain() {
        return held.entrySet().stream()
                .anyMatch(one -> deactivations(one.getKey()) > one.getValue());
    }

    FieldRule titleRule() {
        return titleRule;
    }

    /** How many people at most may have been created so far, and how many deactivated. */
    long most() {
        return limit == 0 ? Long.MAX_VALUE : limit + approved;
    }

    Map<Long, Integer> mails() {
        return mails;
    }

    Optional<Choice> choice(int number) {
        return Optional.ofNullable(choices.get(number));
    }

    boolean isKnown(int number) {
        return known.contains(number);
    }

    List<Map<String, @Nullable String>> rows(String sql) {
        return store.rows(sql, company.value());
    }
}
