package com.learnamp.entra.customfields;

import com.learnamp.entra.contracts.EntraUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a user in Entra that can be mapped, by Microsoft's names. Only these: Graph
 * refuses the whole request when one name is unknown, and some would need another permission.
 */
public final class MappableAttributes {

    private static final List<String> ALWAYS_READ =
            List.of(
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

    private static final List<String> READ_WHEN_MAPPED =
            List.of(
                    "employeeId",
                    "employeeType",
                    "costCenter",
                    "division",
                    "companyName",
                    "streetAddress",
                    "postalCode",
                    "city",
                    "state",
                    "country",
                    "usageLocation",
                    "mobilePhone",
                    "businessPhones",
                    "mailNickname",
                    "onPremisesSamAccountName",
                    "onPremisesDomainName",
                    "createdDateTime");

    private static final List<String> NAMES = names();

    private static final Set<String> KNOWN = Set.copyOf(NAMES);

    /** A directory extension: of which application, without dashes, and its name there. */
    private static final String EXTENSION = "extension_[0-9a-fA-F]{32}_[A-Za-z0-9_]{1,128}";

    private static final Pattern DIRECTORY_EXTENSION = Pattern.compile(EXTENSION);

    private static final Pattern IN_A_TEXT = Pattern.compile("\\b" + EXTENSION + "\\b");

    private MappableAttributes() {}

    /** All but directory extensions, of which each tenant has its own. */
    public static List<String> all() {
        return NAMES;
    }

    public static boolean contains(String name) {
        return KNOWN.contains(name) || DIRECTORY_EXTENSION.matcher(name).matches();
    }

    /** Whatever looks like a directory extension. */
    static List<String> extensionsIn(String text) {
        return IN_A_TEXT.matcher(text).results().map(found -> found.group()).distinct().toList();
    }

    /** The name that was meant, if one is near enough. */
    public static Optional<String> near(String name) {
        return Nearest.of(name, NAMES);
    }

    /** Everything that Entra has of him. */
    public static Map<String, String> of(EntraUser user) {
        Map<String, String> values = new HashMap<>(user.additional());
        put(values, "userPrincipalName", user.userPrincipalName());
        put(values, "mail", user.mail());
        put(values, "displayName", user.displayName());
        put(values, "givenName", user.givenName());
        put(values, "surname", user.surname());
        put(values, "jobTitle", user.jobTitle());
        put(values, "department", user.department());
        put(values, "officeLocation", user.officeLocation());
        put(values, "preferredLanguage", user.preferredLanguage());
        put(values, "employeeHireDate", user.employeeHireDate());
        put(values, "accountEnabled", user.accountEnabled());
        put(values, "userType", user.userType());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, Objects.toString(value));
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(ALWAYS_READ);
        names.addAll(READ_WHEN_MAPPED);
        IntStream.rangeClosed(1, 15).forEach(number -> names.add("extensionAttribute" + number));
        return List.copyOf(names);
    }
}
