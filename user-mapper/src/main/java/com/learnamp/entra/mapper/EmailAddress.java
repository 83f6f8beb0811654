package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.RejectUser;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which address somebody has in Learn Amp: Entra's sign-in name, for guests their mail. */
sealed interface EmailAddress {

    /**
     * @param text lower case in every locale
     */
    record Usable(String text) implements EmailAddress {

        String localPart() {
            return text.substring(0, text.indexOf('@'));
        }
    }

    record Unusable(RejectUser.Reason reason) implements EmailAddress {}

    /** RFC 5321: 64 and 255 octets, and 254 for the whole. */
    int MAX_LENGTH = 254;

    /** In the sign-in name of somebody who was invited from another tenant. */
    String GUEST_MARK = "#EXT#";

    /**
     * Wide on purpose: Entra has checked the form already, and a person refused here for a form
     * that mail servers take would be locked out. Blanks, controls, a second @ and a domain without
     * a dot can't be right.
     */
    Pattern FORM =
            Pattern.compile(
                    "[^\\p{Z}\\p{C}@\"(),:;<>\\[\\]\\\\]{1,64}"
                            + "@([\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+"
                            + "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}]");

    static EmailAddress of(EntraUser user) {
        Optional<String> signInName = trimmed(user.userPrincipalName());
        Optional<String> address =
                signInName.isEmpty() || isGuest(signInName.get())
                        ? trimmed(user.mail())
                        : signInName;
        if (address.isEmpty()) {
            return new Unusable(RejectUser.Reason.NO_EMAIL);
        }
        String lowerCase = address.get().toLowerCase(Locale.ROOT);
        return lowerCase.length() <= MAX_LENGTH && FORM.matcher(lowerCase).matches()
                ? new Usable(lowerCase)
                : new Unusable(RejectUser.Reason.MALFORMED_EMAIL);
    }

    private static boolean isGuest(String signInName) {
        return signInName.toUpperCase(Locale.ROOT).contains(GUEST_MARK);
    }

    /** Inside an address nothing is repaired: another address may be another person's. */
    private static Optional<String> trimmed(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
