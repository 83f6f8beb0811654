package com.learnamp.entra.fetcher.roster;

import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.ManagerReading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells whether two readings of a person are the same, without keeping either. */
public record ContentHash(String hex) {

    /** Of somebody of whom nothing was read. */
    public static final ContentHash NONE = new ContentHash("");

    public ContentHash {
        Objects.requireNonNull(hex, "hex");
    }

    public static ContentHash of(EntraUser user, ManagerReading manager) {
        MessageDigest digest = sha256();
        add(digest, user.userPrincipalName());
        add(digest, user.mail());
        add(digest, user.displayName());
        add(digest, user.givenName());
        add(digest, user.surname());
        add(digest, user.jobTitle());
        add(digest, user.department());
        add(digest, user.officeLocation());
        add(digest, user.preferredLanguage());
        add(digest, user.employeeHireDate());
        add(digest, user.accountEnabled());
        add(digest, user.userType());
        new TreeMap<>(user.additional())
                .forEach((name, value) -> {
                    add(digest, name);
                    add(digest, value);
                });
        new TreeSet<>(user.unread()).forEach(name -> add(digest, name));
        add(digest, manager);
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    // The length first, so that no two lists of values run into the same bytes.
    private static void add(MessageDigest digest, @Nullable Object value) {
        String text = value == null ? "-" : value.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String head = (value == null ? "null" : "text") + bytes.length + ":";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
