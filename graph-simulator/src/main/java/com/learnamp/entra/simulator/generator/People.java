package com.learnamp.entra.simulator.generator;

import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.generator.Names.FullName;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes people with everything that real directories have in them. */
final class People {

    /** Tags as people type them: right, obsolete, private, and not tags at all. */
    static final List<String> ODD_LANGUAGES =
            List.of(
                    "en",
                    "EN-us",
                    "en_GB",
                    "fr-CA",
                    "iw",
                    "no",
                    "nb-NO",
                    "zh-Hans-CN",
                    "zh-TW",
                    "sr-Latn-RS",
                    "es-419",
                    "pt",
                    "x-klingon",
                    "English",
                    "de-",
                    "ca-valencia");

    private final RandomGenerator random;
    private final String domain;

    People(RandomGenerator random, String domain) {
        this.random = random;
        this.domain = domain;
    }

    static String id(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long high = (buffer.getLong() & ~0xF000L) | 0x4000L;
        long low = (buffer.getLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }

    DirectoryObject next(int number) {
        FullName name = Names.any(random);
        boolean guest = random.nextInt(100) < 3;
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        name(person, name);
        if (guest) {
            guestAddress(person, Names.mailName(name, number));
        } else {
            address(person, Names.mailName(name, number));
        }
        work(person, number);
        language(person, name.language());
        person.put("accountEnabled", random.nextInt(100) >= 3);
        person.put("userType", guest ? "Guest" : "Member");
        person.put("createdDateTime", moment(2015, 3000, "T09:30:00Z"));
        return DirectoryObject.of(ObjectKind.USER, id(random), person);
    }

    private void name(Map<String, @Nullable Object> person, FullName name) {
        person.put("displayName", name.display());
        int oddity = random.nextInt(200);
        if (oddity >= 3) {
            person.put("givenName", oddity == 3 ? " " + name.given() + " " : name.given());
        } else if (oddity == 0) {
            person.put("givenName", " ");
        }
        if (oddity != 4) {
            person.put("surname", name.surname());
        }
    }

    private void address(Map<String, @Nullable Object> person, String mailName) {
        boolean capitals = random.nextInt(20) == 0;
        String upn = (capitals ? mailName.toUpperCase(Locale.ROOT) : mailName) + "@" + domain;
        person.put("userPrincipalName", upn);
        person.put("mailNickname", mailName);
        int oddity = random.nextInt(100);
        if (oddity > 1) {
            person.put("mail", oddity < 8 ? mailName + "@mail." + domain : upn);
        }
    }

    private void guestAddress(Map<String, @Nullable Object> person, String mailName) {
        String partner = "partner" + random.nextInt(5) + ".example";
        person.put("userPrincipalName", mailName + "_" + partner + "#EXT#@" + domain);
        if (random.nextInt(4) > 0) {
            person.put("mail", mailName + "@" + partner);
        }
    }

    private void work(Map<String, @Nullable Object> person, int number) {
        person.put("jobTitle", random.nextInt(50) == 0 ? null : Names.job(random));
        person.put("department", department());
        person.put(
                "officeLocation",
                random.nextInt(25) == 0 ? null : Names.one(Names.OFFICES, random));
        person.put("employeeId", "E" + (100_000 + number));
        person.put("employeeType", random.nextInt(5) == 0 ? "Contractor" : "Employee");
        person.put("companyName", "Contoso " + (random.nextBoolean() ? "Ltd" : "GmbH"));
        person.put("employeeHireDate", hireDate());
        if (random.nextInt(3) == 0) {
            person.put("mobilePhone", "+44 7700 900" + (100 + random.nextInt(900)));
        }
        if (random.nextInt(10) == 0) {
            Map<String, Object> extensions = new LinkedHashMap<>();
            extensions.put("extensionAttribute1", "CC-" + (1000 + random.nextInt(9000)));
            extensions.put("extensionAttribute15", "Wave " + (1 + random.nextInt(4)));
            person.put("onPremisesExtensionAttributes", extensions);
        }
        person.put(
                "employeeOrgData",
                Map.of("costCenter", "CC-" + (100 + number % 7), "division", "Retail"));
        if (number % 3 == 0) {
            person.put(
                    "extension_5e4b1c0d9f8a47b6a3c2d1e0f9a8b7c6_shift",
                    number % 2 == 0 ? "Night" : "Day");
        }
    }

    /** Written as several systems and people write it: blank, spaced, in other letters. */
    private @Nullable String department() {
        String department = Names.one(Names.DEPARTMENTS, random);
        return switch (random.nextInt(100)) {
            case 0, 1, 2 -> null;
            case 3 -> " " + department + " ";
            case 4 -> department.toUpperCase(Locale.ROOT);
            case 5 -> department.toLowerCase(Locale.ROOT);
            default -> department;
        };
    }

    /** Midnight as a rule; near midnight where a time zone was applied; or nothing. */
    private @Nullable String hireDate() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> null;
            case 2 -> moment(2012, 5500, "T23:30:00Z");
            case 3 -> moment(2012, 5500, "T22:00:00Z");
            case 4 -> moment(2012, 5500, "T00:30:00Z");
            default -> moment(2012, 5500, "T00:00:00Z");
        };
    }

    private String moment(int firstYear, int days, String time) {
        return LocalDate.of(firstYear, 1, 1).plusDays(random.nextInt(days)) + time;
    }

    private void language(Map<String, @Nullable Object> person, String own) {
        int dice = random.nextInt(100);
        if (dice < 55) {
            person.put("preferredLanguage", own);
        } else if (dice < 65) {
            person.put("preferredLanguage", Names.one(ODD_LANGUAGES, random));
        }
    }
}
