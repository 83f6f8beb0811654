package com.learnamp.entra.stack.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every person of the directory's group against every row of the store, field by field. At rest
 * there is no difference.
 */
public final class CompareStore {

    /** What the tags that the simulator gives people mean for Learn Amp; others: the company's. */
    private static final Map<String, String> LANGUAGES =
            Map.ofEntries(
                    Map.entry("ar-AE", "ar"),
                    Map.entry("de-DE", "de"),
                    Map.entry("de-", "de"),
                    Map.entry("en", "en"),
                    Map.entry("en-GB", "en"),
                    Map.entry("en_GB", "en"),
                    Map.entry("en-NG", "en"),
                    Map.entry("en-US", "en-US"),
                    Map.entry("EN-us", "en-US"),
                    Map.entry("es-ES", "es"),
                    Map.entry("es-419", "es-CO"),
                    Map.entry("fr-FR", "fr"),
                    Map.entry("fr-CA", "fr-CA"),
                    Map.entry("ja-JP", "ja"),
                    Map.entry("nl-NL", "nl"),
                    Map.entry("no", "no"),
                    Map.entry("nb-NO", "no"),
                    Map.entry("pl-PL", "pl"),
                    Map.entry("pt", "pt-PT"),
                    Map.entry("pt-BR", "pt-BR"),
                    Map.entry("ru-RU", "ru"),
                    Map.entry("tr-TR", "tr"),
                    Map.entry("zh-CN", "zh-CN"),
                    Map.entry("zh-Hans-CN", "zh-CN"),
                    Map.entry("zh-TW", "zh-TW"),
                    Map.entry("ca-valencia", "ca"));

    private final String companyLanguage;
    private final Map<String, StoredPerson> byObject;
    private final Map<Long, StoredPerson> byId;
    private final List<String> differences = new ArrayList<>();

    private CompareStore(Collection<StoredPerson> stored, String companyLanguage) {
        this.companyLanguage = companyLanguage;
        this.byObject =
                stored.stream()
                        .filter(person -> person.objectId() != null)
                        .collect(
                                Collectors.toMap(
                                        person -> Objects.requireNonNull(person.objectId()),
                                        Function.identity()));
        this.byId =
                stored.stream().collect(Collectors.toMap(StoredPerson::id, Function.identity()));
    }

    /**
     * @param companyLanguage for people whose own language Learn Amp does not have
     * @return a line for each difference
     */
    public static List<String> differences(
            Collection<DirectoryPerson> directory,
            Collection<StoredPerson> stored,
            String companyLanguage) {
        CompareStore comparison = new CompareStore(stored, companyLanguage);
        Set<String> wantedTwice = wantedTwice(directory);
        directory.forEach(person -> comparison.compare(person, wantedTwice));
        comparison.compareLeavers(directory);
        return List.copyOf(comparison.differences);
    }

    private void compare(DirectoryPerson person, Set<String> wantedTwice) {
        Optional<String> email = person.email();
        @Nullable StoredPerson row = byObject.get(person.id());
        if (email.isEmpty()) {
            // Nothing can be written of somebody without an address: an earlier row stays.
            return;
        }
        boolean mayWait = wantedTwice.contains(email.get());
        if (row == null) {
            differ(mayWait, person.id(), "user", "present", "missing");
            return;
        }
        differ(row.active(), person.id(), "status", "active", row.status());
        differ(
                mayWait || row.email().equals(email.get()),
                person.id(),
                "email",
                email.get(),
                row.email());
        compareNames(person, row, email.get());
        compareTexts(person, row);
        String language =
                LANGUAGES.getOrDefault(
                        Objects.requireNonNullElse(person.preferredLanguage(), ""),
                        companyLanguage);
        same(person.id(), "language", language, row.language());
        same(person.id(), "hire date", person.hireDate().orElse(null), row.hireDate());
        compareTeam(person, row);
        compareManager(person, row);
    }

    private void compareTexts(DirectoryPerson person, StoredPerson row) {
        same(
                person.id(),
                "job title",
                DirectoryPerson.trimmed(person.jobTitle()).orElse(null),
                row.jobTitle());
        same(
                person.id(),
                "department",
                DirectoryPerson.trimmed(person.department()).orElse(null),
                row.department());
        same(
                person.id(),
                "location",
                DirectoryPerson.trimmed(person.officeLocation()).orElse(null),
                row.location());
    }

    /** Where Entra lacks a name, Learn Amp's must at least come from the other names it has. */
    private void compareNames(DirectoryPerson person, StoredPerson row, String email) {
        String others = (person.displayName() + " " + email).toLowerCase(Locale.ROOT);
        compareName(person.id(), "first name", person.givenName(), row.firstName(), others);
        compareName(person.id(), "last name", person.surname(), row.lastName(), others);
    }

    private void compareName(
            String id, String field, @Nullable String entra, String stored, String others) {
        Optional<String> wanted = DirectoryPerson.trimmed(entra);
        if (wanted.isPresent()) {
            same(id, field, wanted.get(), stored);
        } else {
            differ(
                    others.contains(stored.toLowerCase(Locale.ROOT)),
                    id,
                    field,
                    "one of " + others,
                    stored);
        }
    }

    /**
     * Found by name whatever its case, so the team may be written as another department is. A blank
     * department leaves the team as it is.
     */
    private void compareTeam(DirectoryPerson person, StoredPerson row) {
        String found = Objects.requireNonNullElse(row.team(), "");
        DirectoryPerson.trimmed(person.department())
                .ifPresent(wanted ->
                        differ(wanted.equalsIgnoreCase(found), person.id(), "team", wanted, found));
    }

    /**
     * Only an active user is a manager; whose manager has left, stands under the Owner or nobody.
     */
    private void compareManager(DirectoryPerson person, StoredPerson row) {
        Optional<StoredPerson> wanted =
                Optional.ofNullable(person.manager())
                        .map(byObject::get)
                        .filter(StoredPerson::active);
        if (wanted.isPresent()) {
            same(person.id(), "manager", wanted.get().id(), row.manager());
        } else if (row.manager() != null) {
            boolean owner =
                    Optional.ofNullable(byId.get(row.manager()))
                            .filter(manager -> manager.role().equals("owner"))
                            .isPresent();
            differ(
                    owner && person.manager() != null,
                    person.id(),
                    "manager",
                    "none",
                    row.manager());
        }
    }

    private void compareLeavers(Collection<DirectoryPerson> directory) {
        Set<String> inScope =
                directory.stream().map(DirectoryPerson::id).collect(Collectors.toSet());
        for (Map.Entry<String, StoredPerson> each : byObject.entrySet()) {
            StoredPerson row = each.getValue();
            if (!inScope.contains(each.getKey())) {
                differ(!row.active(), each.getKey(), "status", "deactivated", row.status());
                differ(row.team() == null, each.getKey(), "team", "none", row.team());
            }
        }
    }

    private void same(String id, String field, @Nullable Object wanted, @Nullable Object found) {
        differ(Objects.equals(wanted, found), id, field, wanted, found);
    }

    private void differ(
            boolean fine,
            String id,
            String field,
            @Nullable Object wanted,
            @Nullable Object found) {
        if (!fine) {
            differences.add("%s: %s should be %s and is %s".formatted(id, field, wanted, found));
        }
    }

    /** Of two people with one address one waits, and which one depends on who came first. */
    private static Set<String> wantedTwice(Collection<DirectoryPerson> directory) {
        Map<String, Integer> counts = new HashMap<>();
        directory.stream()
                .flatMap(person -> person.email().stream())
                .forEach(email -> counts.merge(email, 1, Integer::sum));
        Set<String> twice = new HashSet<>(counts.keySet());
        twice.removeIf(email -> counts.getOrDefault(email, 0) < 2);
        return twice;
    }
}
