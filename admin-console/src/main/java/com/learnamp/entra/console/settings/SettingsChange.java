package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.contracts.IntegrationSettings.Invitations;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of the settings is to be changed; what is empty stays as it is. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record SettingsChange(
        Optional<EntraTenantId> tenant,
        Optional<EntraObjectId> group,
        Optional<Invitations> invitations,
        Optional<Boolean> assignManagers,
        Optional<Boolean> syncPhotos,
        Optional<DisabledAccounts> disabledAccounts) {

    public static final String TENANT_ID = "tenantId";
    public static final String GROUP_ID = "groupId";
    public static final String INVITATIONS = "invitations";
    public static final String ASSIGN_MANAGERS = "assignManagers";
    public static final String SYNC_PHOTOS = "syncPhotos";
    public static final String DISABLED_ACCOUNTS = "disabledAccounts";

    /**
     * @param problems gets what is wrong
     */
    static SettingsChange of(JsonFields body, FieldProblems problems) {
        return new SettingsChange(
                tenant(body.text(TENANT_ID), problems),
                group(body.text(GROUP_ID), problems),
                constant(INVITATIONS, body.text(INVITATIONS), Invitations.values(), problems),
                body.flag(ASSIGN_MANAGERS),
                body.flag(SYNC_PHOTOS),
                constant(
                        DISABLED_ACCOUNTS,
                        body.text(DISABLED_ACCOUNTS),
                        DisabledAccounts.values(),
                        problems));
    }

    /** Of the directory and its group, as a page's fields have them. */
    public static SettingsChange ofDirectory(
            Optional<String> tenantId, Optional<String> groupId, FieldProblems problems) {
        return new SettingsChange(
                tenant(tenantId, problems),
                group(groupId, problems),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static SettingsChange ofBinding(EntraTenantId tenant, Optional<EntraObjectId> group) {
        return new SettingsChange(
                Optional.of(tenant),
                group,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of the preferences, as a page's fields have them. */
    public static SettingsChange ofPreferences(
            Optional<String> invitations,
            boolean assignManagers,
            boolean syncPhotos,
            boolean disabledAccountsLeave,
            FieldProblems problems) {
        return new SettingsChange(
                Optional.empty(),
                Optional.empty(),
                constant(INVITATIONS, invitations, Invitations.values(), problems),
                Optional.of(assignManagers),
                Optional.of(syncPhotos),
                Optional.of(
                        disabledAccountsLeave
                                ? DisabledAccounts.DEACTIVATE
                                : DisabledAccounts.LEAVE_ALONE));
    }

    static Optional<EntraTenantId> tenant(Optional<String> text, FieldProblems problems) {
        return guid(TENANT_ID, text, EntraTenantId::parse, problems);
    }

    static Optional<EntraObjectId> group(Optional<String> text, FieldProblems problems) {
        return guid(GROUP_ID, text, EntraObjectId::parse, problems);
    }

    private static <T> Optional<T> guid(
            String field,
            Optional<String> text,
            Function<String, T> parser,
            FieldProblems problems) {
        try {
            return text.map(parser);
        } catch (IllegalArgumentException e) {
            problems.add(
                    field,
                    text.filter(String::isBlank).isPresent()
                            ? FieldProblem.MISSING
                            : FieldProblem.NOT_A_GUID);
            return Optional.empty();
        }
    }

    private static <T extends Enum<T>> Optional<T> constant(
            String field, Optional<String> text, T[] constants, FieldProblems problems) {
        Optional<T> constant =
                text.flatMap(word ->
                        Stream.of(constants)
                                .filter(one -> StoredWords.of(one).equals(word))
                                .findFirst());
        if (text.isPresent() && constant.isEmpty()) {
            problems.add(field, FieldProblem.NOT_ONE_OF_THE_VALUES);
        }
        return constant;
    }
}
