package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.graph.DirectoryUser;
import com.learnamp.entra.graph.UserSelection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What companies' own mappings need to be read beyond the standard attributes, and no more. */
public final class MappedAttributes {

    private static final String ON_PREMISES = "onPremisesExtensionAttributes";

    private static final String ORGANISATION = "employeeOrgData";

    private static final Set<String> OF_THE_ORGANISATION = Set.of("costCenter", "division");

    private MappedAttributes() {}

    public static UserSelection selection(IntegrationSettings company) {
        return selection(List.of(company));
    }

    /** Of all of them together, where one reading serves several companies. */
    public static UserSelection selection(Collection<IntegrationSettings> companies) {
        return selected(companies.stream().flatMap(MappedAttributes::names).toList());
    }

    /**
     * @param names as mappings have them
     */
    public static UserSelection selected(Collection<String> names) {
        return UserSelection.with(
                names.stream().map(MappedAttributes::selected).collect(Collectors.toSet()));
    }

    /** What was read for this company: nobody is told what only another one wants. */
    static EntraUser read(DirectoryUser user, IntegrationSettings company) {
        return read(user, names(company).toList());
    }

    /** The standard attributes, and these. */
    public static EntraUser read(DirectoryUser user, Collection<String> names) {
        Map<String, String> found = new HashMap<>();
        Set<String> unread = new TreeSet<>();
        for (String name : names) {
            String value = user.additional().get(key(name));
            if (value != null) {
                found.put(name, value);
            } else if (user.unread().contains(selected(name))) {
                unread.add(name);
            }
        }
        return new EntraUser(
                user.userPrincipalName(),
                user.mail(),
                user.displayName(),
                user.givenName(),
                user.surname(),
                user.jobTitle(),
                user.department(),
                user.officeLocation(),
                user.preferredLanguage(),
                user.employeeHireDate(),
                user.accountEnabled(),
                user.userType(),
                found,
                unread);
    }

    /** As this company's mappings name them. */
    public static List<String> named(IntegrationSettings company) {
        return names(company).distinct().toList();
    }

    private static Stream<String> names(IntegrationSettings company) {
        return company.customFields().stream()
                .flatMap(mapping -> mapping.source().attributes().stream());
    }

    /** Some come only with the whole that they are a part of. */
    private static String selected(String name) {
        if (name.startsWith("extensionAttribute")) {
            return ON_PREMISES;
        }
        return OF_THE_ORGANISATION.contains(name) ? ORGANISATION : name;
    }

    private static String key(String name) {
        String selected = selected(name);
        return selected.equals(name) ? name : selected + "/" + name;
    }
}
