package com.learnamp.entra.simulator.directory;

import com.learnamp.entra.simulator.directory.Property.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of directory object, with the properties that Graph knows for each. */
public enum ObjectKind {
    USER(
            "user",
            texts("businessPhones", true),
            text("displayName givenName jobTitle mail mobilePhone officeLocation", true),
            text("preferredLanguage surname userPrincipalName", true),
            text("department employeeId employeeType companyName userType usageLocation", false),
            text("city country state streetAddress postalCode mailNickname", false),
            flags("accountEnabled onPremisesSyncEnabled", false),
            moments("employeeHireDate createdDateTime", false),
            texts("otherMails proxyAddresses", false),
            text("onPremisesSamAccountName onPremisesDomainName", false),
            text("extension_5e4b1c0d9f8a47b6a3c2d1e0f9a8b7c6_shift", false),
            complex("onPremisesExtensionAttributes employeeOrgData")),
    GROUP(
            "group",
            text("displayName description mail mailNickname visibility membershipRule", true),
            flags("mailEnabled securityEnabled", true),
            moments("createdDateTime renewedDateTime", true),
            texts("groupTypes proxyAddresses", true),
            text("classification preferredLanguage securityIdentifier theme", true),
            flags("isAssignableToRole onPremisesSyncEnabled", true)),
    DEVICE(
            "device",
            text("displayName deviceId operatingSystem operatingSystemVersion trustType", true),
            flags("accountEnabled isCompliant isManaged", true)),
    ORG_CONTACT(
            "orgContact",
            text("displayName givenName surname jobTitle department mail companyName", true)),
    SERVICE_PRINCIPAL(
            "servicePrincipal",
            text("displayName appId servicePrincipalType", true),
            flags("accountEnabled", true));

    private final String wireName;
    private final List<Property> properties;
    private final Map<String, Integer> positions = new HashMap<>();

    @SafeVarargs
    ObjectKind(String wireName, Stream<Property>... properties) {
        this.wireName = wireName;
        this.properties = Arrays.stream(properties).flatMap(all -> all).toList();
        for (int position = 0; position < this.properties.size(); position++) {
            positions.put(this.properties.get(position).name(), position);
        }
    }

    /** The name of the type in Graph's metadata: {@code user} of {@code #microsoft.graph.user}. */
    public String wireName() {
        return wireName;
    }

    public String odataType() {
        return "#microsoft.graph." + wireName;
    }

    /** All properties but {@code id}. */
    public List<Property> properties() {
        return properties;
    }

    public List<String> defaultProperties() {
        return Stream.concat(
                        Stream.of("id"),
                        properties.stream().filter(Property::byDefault).map(Property::name))
                .toList();
    }

    public boolean knows(String property) {
        return positions.containsKey(property);
    }

    int position(String property) {
        Integer position = positions.get(property);
        if (position == null) {
            throw new IllegalArgumentException("no property " + property + " on " + wireName);
        }
        return position;
    }

    public static Optional<ObjectKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equalsIgnoreCase(wireName))
                .findFirst();
    }

    private static Stream<Property> text(String names, boolean byDefault) {
        return all(names, Type.TEXT, byDefault);
    }

    private static Stream<Property> flags(String names, boolean byDefault) {
        return all(names, Type.FLAG, byDefault);
    }

    private static Stream<Property> moments(String names, boolean byDefault) {
        return all(names, Type.MOMENT, byDefault);
    }

    private static Stream<Property> texts(String names, boolean byDefault) {
        return all(names, Type.TEXTS, byDefault);
    }

    private static Stream<Property> complex(String names) {
        return all(names, Type.COMPLEX, false);
    }

    private static Stream<Property> all(String names, Type type, boolean byDefault) {
        return Arrays.stream(names.split(" ")).map(name -> new Property(name, type, byDefault));
    }
}
