package com.learnamp.entra.worlds;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in Entra.
 *
 * @param exists whether the account is there; a deleted one never comes back
 * @param manager the number of an account; null for none
 */
record Account(
        int number,
        boolean exists,
        boolean deleted,
        boolean member,
        boolean enabled,
        @Nullable String address,
        @Nullable String title,
        @Nullable String department,
        @Nullable String language,
        @Nullable Integer manager) {

    static Account of(int number, String address) {
        return new Account(number, false, false, false, true, address, null, null, null, null);
    }

    Account member(boolean is) {
        return new Account(
                number,
                exists || is,
                deleted,
                is,
                enabled,
                address,
                title,
                department,
                language,
                manager);
    }

    Account gone() {
        return new Account(
                number, false, true, false, enabled, null, title, department, language, manager);
    }

    Account enabled(boolean is) {
        return new Account(
                number, exists, deleted, member, is, address, title, department, language, manager);
    }

    Account address(@Nullable String is) {
        return new Account(
                number, exists, deleted, member, enabled, is, title, department, language, manager);
    }

    Account title(@Nullable String is) {
        return new Account(
                number,
                exists,
                deleted,
                member,
                enabled,
                address,
                is,
                department,
                language,
                manager);
    }

    Account department(@Nullable String is) {
        return new Account(
                number, exists, deleted, member, enabled, address, title, is, language, manager);
    }

    Account language(@Nullable String is) {
        return new Account(
                number, exists, deleted, member, enabled, address, title, department, is, manager);
    }

    Account manager(@Nullable Integer is) {
        return new Account(
                number, exists, deleted, member, enabled, address, title, department, language, is);
    }
}
