package com.learnamp.entra.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small Entra: an address belongs to one account at a time, and a manager is there. */
final class Directory {

    static final int ACCOUNTS = 6;

    private static final List<String> ADDRESSES =
            List.of("a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example");
    private static final List<@Nullable String> TITLES = nullAnd("Chef", "Head chef");
    private static final List<@Nullable String> DEPARTMENTS =
            nullAnd("Ökonomie", "ökonomie", "Sales");
    private static final List<@Nullable String> LANGUAGES = nullAnd("fr", "de-AT");

    private final List<Account> accounts = new ArrayList<>();

    Directory() {
        for (int number = 0; number < ACCOUNTS; number++) {
            accounts.add(Account.of(number, "own-" + number + "@x.example"));
        }
    }

    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    Account account(int number) {
        return accounts.get(number);
    }

    void joins(int who) {
        if (!account(who).deleted()) {
            put(account(who).member(true));
        }
    }

    void leaves(int who) {
        put(account(who).member(false));
    }

    /** Another group is the company's: who of those who are there is in it, by bits. */
    void regroup(int what) {
        accounts().stream()
                .filter(Account::exists)
                .forEach(one -> put(one.member((what >> (one.number() % 3) & 1) == 1)));
    }

    void isDeleted(int who) {
        if (account(who).exists()) {
            put(account(who).gone());
            accounts().stream()
                    .filter(one -> Objects.equals(one.manager(), who))
                    .forEach(one -> put(one.manager(null)));
        }
    }

    void title(int who, int what) {
        put(account(who).title(of(TITLES, what)));
    }

    void department(int who, int what) {
        put(account(who).department(of(DEPARTMENTS, what)));
    }

    void language(int who, int what) {
        put(account(who).language(of(LANGUAGES, what)));
    }

    void enabled(int who, int what) {
        put(account(who).enabled(what % 3 > 0));
    }

    /** Sometimes nobody, sometimes a circle, sometimes himself. */
    void manager(int who, int what) {
        boolean there = what < ACCOUNTS && !account(what).deleted();
        put(account(who).manager(there ? Integer.valueOf(what) : null));
    }

    /** Whoever has the address gets this one's in exchange. */
    void address(int who, int what) {
        Account account = account(who);
        if (account.deleted()) {
            return;
        }
        @Nullable String wanted = what == ADDRESSES.size() ? null : of(ADDRESSES, what);
        for (Account other : accounts()) {
            if (wanted != null && wanted.equals(other.address())) {
                put(other.address(account.address()));
            }
        }
        put(account.address(wanted));
    }

    private void put(Account account) {
        accounts.set(account.number(), account);
    }

    private static <T extends @Nullable Object> T of(List<T> values, int what) {
        return values.get(what % values.size());
    }

    private static List<@Nullable String> nullAnd(String... texts) {
        List<@Nullable String> all = new ArrayList<>();
        all.add(null);
        all.addAll(List.of(texts));
        return all;
    }
}
