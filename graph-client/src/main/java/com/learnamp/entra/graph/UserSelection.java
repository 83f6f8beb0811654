package com.learnamp.entra.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which attributes of users are asked for: the standard ones always, and a company's own on top.
 *
 * @param additional Graph's names, e.g. {@code employeeId}, {@code onPremisesExtensionAttributes},
 *     {@code extension_…}
 */
public record UserSelection(SortedSet<String> additional) {

    private static final List<String> STANDARD =
            List.of(
                    "id",
                    "userPrincipalName",
                    "mail",
                    "displayName",
                    "givenName",
                    "surname",
                    "jobTitle",
                    "department",
                    "officeLocation",
                    "preferredLanguage",
                    "employeeHireDate",
                    "accountEnabled",
                    "userType");

    /** Also what keeps a name from changing the query around it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,199}");

    public UserSelection {
        additional.forEach(UserSelection::check);
        TreeSet<String> own = new TreeSet<>(additional);
        own.removeAll(STANDARD);
        additional = Collections.unmodifiableSortedSet(own);
    }

    public static UserSelection standard() {
        return new UserSelection(new TreeSet<>());
    }

    public static UserSelection with(Collection<String> additional) {
        return new UserSelection(new TreeSet<>(additional));
    }

    /** Everything that goes into {@code $select}, in a constant order. */
    public List<String> attributes() {
        return Stream.concat(STANDARD.stream(), additional.stream()).toList();
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An attribute's name has letters, digits and _ alone, as in employeeId");
        }
    }
}
