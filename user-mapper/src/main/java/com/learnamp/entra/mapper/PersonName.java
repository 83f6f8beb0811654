package com.learnamp.entra.mapper;

import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.UserFields.NameSource;
import com.learnamp.entra.customfields.LearnAmpText;
import java.util.Optional;

/**
 * The two names that Learn Amp requires. Each is Entra's own; where Entra lacks one, it comes from
 * displayName, else from the e-mail's local part.
 *
 * @param source of the weaker of the two
 */
record PersonName(String first, String last, NameSource source) {

    static PersonName of(EntraUser user, EmailAddress.Usable email) {
        Optional<String> givenName = LearnAmpText.clean(user.givenName());
        Optional<String> surname = LearnAmpText.clean(user.surname());
        if (givenName.isPresent() && surname.isPresent()) {
            return new PersonName(
                    givenName.get(), surname.get(), NameSource.GIVEN_NAME_AND_SURNAME);
        }
        NameParts shown = NameParts.ofDisplayName(user.displayName(), givenName, surname);
        NameParts mailed = NameParts.ofLocalPart(email.localPart());
        Optional<String> first = givenName.or(shown::first);
        Optional<String> last = surname.or(shown::last);
        NameSource source =
                first.isPresent() && last.isPresent() ? NameSource.DISPLAY_NAME : NameSource.EMAIL;
        return new PersonName(
                first.or(mailed::first).orElse(email.localPart()),
                last.or(mailed::last).orElse(email.localPart()),
                source);
    }

    /** Personal data: nothing of it goes into a log. */
    @Override
    public String toString() {
        return "PersonName[redacted]";
    }
}
