package com.learnamp.entra.console.why;

import com.learnamp.entra.console.erasure.KnownErased;
import com.learnamp.entra.console.people.FieldOrigins;
import com.learnamp.entra.console.settings.Integration;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings.DisabledAccounts;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything about somebody of whom an address, an object id or a name is known. */
@ApplicationScoped
class Why {

    static final int SHORTEST = 2;
    static final int LONGEST = 255;

    private static final String PREVIEW =
            "SELECT run_id FROM provisioning.previews WHERE confirmed_at IS NULL";

    /**
     * Somebody.
     *
     * @param entra null where Entra was not asked of him, or has not answered
     * @param unequal the fields that are kept unequal to Entra, and by what
     */
    record Person(
            Verdict verdict,
            @Nullable EntraPerson entra,
            StoredPerson stored,
            Map<String, String> unequal) {}

    /**
     * @param erased whether what was asked about is the address or the account of somebody who was
     *     erased
     */
    record Answer(EntraSays entra, List<Person> people, boolean erased) {

        Answer {
            people = List.copyOf(people);
        }
    }

    private final CompanyScope scope;
    private final AskEntra askEntra;
    private final KnownErased knownErased;

    Why(CompanyScope scope, AskEntra askEntra, KnownErased knownErased) {
        this.scope = scope;
        this.askEntra = askEntra;
        this.knownErased = knownErased;
    }

    Answer why(CompanyId company, String about) {
        List<StoredPeople.Key> stored =
                scope.of(company, transaction -> StoredPeople.find(transaction, about));
        EntraSays entra =
                askEntra.ask(
                        company,
                        about,
                        stored.stream()
                                .map(StoredPeople.Key::object)
                                .filter(Objects::nonNull)
                                .toList());
        return scope.of(
                company,
                transaction ->
                        new Answer(
                                entra,
                                people(transaction, company, stored, entra),
                                knownErased.isErased(transaction, company, about)));
    }

    private List<Person> people(
            StoreTransaction transaction,
            CompanyId company,
            List<StoredPeople.Key> stored,
            EntraSays entra)
            throws SQLException {
        Map<UUID, EntraPerson> found = new HashMap<>();
        Set<StoredPeople.Key> keys = new LinkedHashSet<>(stored);
        for (EntraPerson person : entra.people()) {
            found.put(person.id(), person);
            if (stored.stream().noneMatch(key -> person.id().equals(key.object()))) {
                keys.add(new StoredPeople.Key(null, person.id()));
            }
        }
        Verdict.Circumstances around = circumstances(transaction);
        List<Person> people = new ArrayList<>();
        for (StoredPeople.Key key : keys) {
            boolean erased =
                    key.object() != null
                            && knownErased.isErased(transaction, company, key.object().toString());
            StoredPerson person = StoredPeople.read(transaction, key, erased);
            @Nullable EntraPerson told = key.object() == null ? null : found.get(key.object());
            if (!isNobody(told, person)) {
                people.add(
                        new Person(
                                Verdict.of(told, person, around),
                                told,
                                person,
                                person.user() == null
                                        ? Map.of()
                                        : FieldOrigins.unequal(
                                                transaction, person.user().id(), blank(told))));
            }
        }
        return people;
    }

    /** The columns of which Entra has nothing, of those that a blank can clear. */
    private static List<String> blank(@Nullable EntraPerson told) {
        @Nullable EntraUser entra = told == null ? null : told.attributes();
        if (entra == null) {
            return List.of();
        }
        List<String> blank = new ArrayList<>();
        if (isBlank(entra.jobTitle())) {
            blank.add("job_title");
        }
        if (isBlank(entra.department())) {
            blank.add("department");
            blank.add("primary_team_id");
        }
        if (isBlank(entra.officeLocation())) {
            blank.add("location");
        }
        if (entra.employeeHireDate() == null) {
            blank.add("hire_date");
        }
        return blank;
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    /** An object id that nobody has heard of. */
    private static boolean isNobody(@Nullable EntraPerson told, StoredPerson person) {
        return told != null
                && told.state() == EntraPerson.State.ABSENT
                && person.user() == null
                && person.ledger() == null;
    }

    private static Verdict.Circumstances circumstances(StoreTransaction transaction)
            throws SQLException {
        Integration integration = IntegrationRows.read(transaction);
        return new Verdict.Circumstances(
                integration.isActive(),
                transaction.first(PREVIEW, row -> row.uuid("run_id")).isPresent(),
                integration.disabledAccounts() == DisabledAccounts.DEACTIVATE);
    }
}
