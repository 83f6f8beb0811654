package com.learnamp.entra.writer.apply;

import com.learnamp.entra.contracts.DeactivateUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.company.CompanyTransaction;
import com.learnamp.entra.writer.people.LedgerEntry;
import com.learnamp.entra.writer.people.People;
import com.learnamp.entra.writer.people.Person;
import com.learnamp.entra.writer.people.UserField;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Those who have the addresses of a batch, and what admins have said of them.
 *
 * @param tenantRevision since when the company's tenant is the present one
 * @param arriving objects that are in scope by this batch
 * @param leaving objects that leave in this batch
 * @param choices by the object, of somebody in Entra
 */
record AddressHolders(
        People people,
        long tenantRevision,
        Set<UUID> arriving,
        Set<UUID> leaving,
        Map<UUID, Choice> choices) {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Set<String> ADMINISTRATORS = Set.of("admin", "owner");

    private static final String CHOICES =
            "SELECT object_id, user_id, choice FROM provisioning.identity_choices WHERE company_id"
                    + " = ? AND object_id = ANY (?)";

    /**
     * @param holder of whom it was made; it says nothing of anybody else
     */
    record Choice(long holder, IdentityChoice choice) {}

    /**
     * @param rivals those whose address somebody else has
     * @param commands of the batch
     */
    static AddressHolders of(
            CompanyTransaction transaction,
            People people,
            long tenantRevision,
            Collection<UUID> rivals,
            List<UserCommand> commands)
            throws SQLException {
        return new AddressHolders(
                people,
                tenantRevision,
                objects(commands, UpsertUser.class),
                objects(commands, DeactivateUser.class),
                choices(transaction, rivals));
    }

    private static Set<UUID> objects(
            List<UserCommand> commands, Class<? extends UserCommand> type) {
        return commands.stream()
                .filter(type::isInstance)
                .map(command -> command.user().value())
                .collect(Collectors.toSet());
    }

    private static Map<UUID, Choice> choices(
            CompanyTransaction transaction, Collection<UUID> objects) throws SQLException {
        Map<UUID, Choice> choices = new HashMap<>();
        if (!objects.isEmpty()) {
            transaction.query(
                    CHOICES,
                    row ->
                            choices.put(
                                    row.getObject("object_id", UUID.class),
                                    new Choice(
                                            row.getLong("user_id"),
                                            IdentityChoice.of(row.getString("choice")))),
                    transaction.company(),
                    objects.toArray(UUID[]::new));
        }
        return choices;
    }

    Optional<Person> holderOf(Candidate candidate) {
        return people.holderOf(candidate.email());
    }

    boolean holdsIt(Candidate candidate) {
        return candidate.person().isPresent() && holderOf(candidate).equals(candidate.person());
    }

    /**
     * @param holder of the candidate's address; null if it is free to be had
     */
    Identity identity(Candidate candidate, @Nullable Person holder) {
        boolean known = candidate.person().isPresent();
        return holder == null
                ? Identity.decide(known, Holder.NOBODY, false, null)
                : Identity.decide(
                        known, kind(holder), administers(holder), choice(candidate, holder));
    }

    private Holder kind(Person holder) {
        boolean active = holder.isActive();
        if (isUnbound(holder)) {
            return active ? Holder.UNBOUND : Holder.UNBOUND_DEACTIVATED;
        }
        @Nullable LedgerEntry entry =
                holder.entraObject().flatMap(people::storedEntry).orElse(null);
        if (entry != null && arriving.contains(entry.object())) {
            return Holder.LIVING;
        }
        if (entry == null || hasLeft(entry) || (isOfFormerTenant(entry) && !active)) {
            return active ? Holder.GONE : Holder.GONE_DEACTIVATED;
        }
        return isOfFormerTenant(entry) ? Holder.UNBOUND : Holder.LIVING;
    }

    /** An external id that is no GUID is another system's, and no Entra account. */
    private static boolean isUnbound(Person person) {
        String externalId = person.storedValue(UserField.EXTERNAL_ID);
        return person.entraObject().isEmpty()
                && (externalId == null || !GUID.matcher(externalId).matches());
    }

    private boolean hasLeft(LedgerEntry entry) {
        return entry.isOutOfScope() || leaving.contains(entry.object());
    }

    /** His object id is one of another tenant, and names nobody any more. */
    private boolean isOfFormerTenant(LedgerEntry entry) {
        return entry.seenRevision() > 0 && entry.seenRevision() < tenantRevision;
    }

    private static boolean administers(Person person) {
        return ADMINISTRATORS.contains(String.valueOf(person.get(UserField.ROLE)));
    }

    private @Nullable IdentityChoice choice(Candidate candidate, Person holder) {
        @Nullable Choice choice = choices.get(candidate.object());
        return choice != null && choice.holder() == holder.id() ? choice.choice() : null;
    }
}
