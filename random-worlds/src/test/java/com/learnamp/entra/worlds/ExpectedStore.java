package com.learnamp.entra.worlds;

import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The model: what the store has to be, once everything has come to rest. */
final class ExpectedStore {

    private final World world;
    private final Map<String, Map<String, @Nullable String>> users = new HashMap<>();
    private final Map<String, Map<String, @Nullable String>> byEmail = new HashMap<>();
    private final Map<Integer, Map<String, @Nullable String>> ledger = new HashMap<>();
    private final Map<String, Integer> boundTo = new HashMap<>();
    private final Set<String> attention = new HashSet<>();
    private final List<String> differences = new ArrayList<>();

    private ExpectedStore(World world) {
        this.world = world;
        world.rows(
                        "SELECT u.*, t.name AS team FROM learnamp.users u LEFT JOIN learnamp.teams t"
                                + " ON t.id = u.primary_team_id WHERE u.company_id = ?")
                .forEach(user -> {
                    users.put(String.valueOf(user.get("id")), user);
                    byEmail.put(String.valueOf(user.get("email")), user);
                });
        world.rows("SELECT * FROM provisioning.ledger WHERE company_id = ?").forEach(this::entry);
        world.rows(
                        "SELECT object_id || reason AS it FROM provisioning.attention WHERE company_id = ?")
                .forEach(row -> attention.add(String.valueOf(row.get("it"))));
    }

    private void entry(Map<String, @Nullable String> entry) {
        for (int number = 0; number < Directory.ACCOUNTS; number++) {
            if (world.object(number).toString().equals(entry.get("object_id"))) {
                ledger.put(number, entry);
                @Nullable String user = entry.get("user_id");
                if (user != null) {
                    boundTo.put(user, number);
                }
            }
        }
    }

    /** What differs, in words. */
    static List<String> differences(World world) {
        ExpectedStore expected = new ExpectedStore(world);
        world.directory().accounts().forEach(expected::compare);
        return expected.differences;
    }

    private void compare(Account account) {
        @Nullable Map<String, @Nullable String> user = user(account.number());
        if (!isInScope(account)) {
            check(
                    user == null || !isActive(user) || isLastOwner(user) || isHeld(user),
                    account,
                    "has left and is active");
        } else if (account.address() == null) {
            check(needs(account, "no_email"), account, "has no address, and nobody is told");
        } else if (user == null) {
            check(waits(account, new HashSet<>()), account, "is not there and waits for nothing");
        } else {
            compare(account, user);
        }
    }

    private void compare(Account account, Map<String, @Nullable String> user) {
        check(isActive(user), account, "is in scope and not active");
        check(
                Objects.equals(user.get("email"), account.address())
                        || waits(account, new HashSet<>()),
                account,
                "has the address " + user.get("email"));
        @Nullable String title = user.get("job_title");
        check(isHisTitle(account.title(), title), account, "has the title " + title);
        check(
                Objects.equals(user.get("department"), account.department()),
                account,
                "has the department " + user.get("department"));
        check(
                account.department() == null
                        || key(account.department()).equals(key(user.get("team"))),
                account,
                "is in the team " + user.get("team"));
        check(
                account.language() == null
                        || account.language().split("-")[0].equals(user.get("language")),
                account,
                "has the language " + user.get("language"));
        if (world.settings().assignManagers()) {
            check(hasHisManager(account, user), account, "is managed by " + user.get("manager_id"));
        }
    }

    private boolean isHisTitle(@Nullable String inEntra, @Nullable String stored) {
        boolean same = Objects.equals(stored, inEntra);
        boolean byHand = ByHand.TITLE.equals(stored);
        return switch (world.titleRule()) {
            case ALWAYS -> same || inEntra == null && byHand;
            case NEVER_CLEAR -> same || inEntra == null;
            case ONLY_WHEN_EMPTY -> same || byHand;
        };
    }

    /**
     * Whom Entra names, if he is active here; else nobody, an Owner who stands in, or, where Entra
     * names nobody, whom somebody has put there.
     */
    private boolean hasHisManager(Account account, Map<String, @Nullable String> user) {
        @Nullable Integer manager = account.manager();
        @Nullable String stored = user.get("manager_id");
        @Nullable Map<String, @Nullable String> named = manager == null ? null : user(manager);
        boolean another = manager != null && manager != account.number();
        if (another && named != null && isActive(named)) {
            return Objects.equals(stored, named.get("id"));
        }
        return stored == null
                || manager == null && world.managedByHand(String.valueOf(user.get("id")))
                || another && isOwner(stored);
    }

    private boolean isOwner(String id) {
        @Nullable Map<String, @Nullable String> user = users.get(id);
        return user != null && "owner".equals(user.get("role"));
    }

    /** Whether somebody has his address who doesn't have to give it up. */
    private boolean waits(Account account, Set<Integer> before) {
        @Nullable Map<String, @Nullable String> holder = byEmail.get(account.address());
        boolean told =
                needs(account, "email_taken")
                        || needs(account, "holder_gone")
                        || needs(account, "link_unconfirmed");
        if (holder == null || !told || !before.add(account.number())) {
            return false;
        }
        @Nullable Integer other = boundTo.get(holder.get("id"));
        boolean known = user(account.number()) != null;
        if (other != null && isInScope(world.directory().account(other))) {
            Account rival = world.directory().account(other);
            return rival.address() == null || waits(rival, before);
        }
        String choice =
                world.choice(account.number())
                        .filter(one -> Long.toString(one.holder()).equals(holder.get("id")))
                        .map(World.Choice::choice)
                        .orElse("none");
        boolean same = choice.equals("same_person") && !known;
        boolean linked =
                other == null
                        && isActive(holder)
                        && !isHeld(holder)
                        && "viewer".equals(holder.get("role"));
        boolean released = choice.equals("new_person") && !isActive(holder);
        return !same && !released && (known || !linked);
    }

    private boolean isInScope(Account account) {
        return account.exists()
                && account.member()
                && (account.enabled()
                        || world.settings().disabledAccounts() == DisabledAccounts.LEAVE_ALONE);
    }

    private boolean isHeld(Map<String, @Nullable String> user) {
        return world.isHeld(String.valueOf(user.get("id")));
    }

    private boolean isLastOwner(Map<String, @Nullable String> user) {
        int owners = 0;
        for (Map<String, @Nullable String> one : users.values()) {
            owners += isActive(one) && "owner".equals(one.get("role")) ? 1 : 0;
        }
        return owners == 1 && "owner".equals(user.get("role"));
    }

    private @Nullable Map<String, @Nullable String> user(int number) {
        @Nullable Map<String, @Nullable String> entry = ledger.get(number);
        return entry == null || entry.get("user_id") == null
                ? null
                : users.get(String.valueOf(entry.get("user_id")));
    }

    private boolean needs(Account account, String reason) {
        return attention.contains(world.object(account.number()) + reason);
    }

    private static boolean isActive(Map<String, @Nullable String> user) {
        return !"deactivated".equals(user.get("status"));
    }

    private static String key(@Nullable String name) {
        return Normalizer.normalize(String.valueOf(name), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    private void check(boolean holds, Account account, String what) {
        if (!holds) {
            differences.add("account " + account.number() + " " + what);
        }
    }
}
