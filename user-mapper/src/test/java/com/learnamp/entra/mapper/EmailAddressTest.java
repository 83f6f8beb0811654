package com.learnamp.entra.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.RejectUser.Reason;
import com.learnamp.entra.mapper.Samples.AnEntraUser;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest(name = "{0} with mail {1} is {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Anna.Smith@Contoso.COM                   | other@contoso.com   | anna.smith@contoso.com
                    '  anna@contoso.com '                    | -                   | anna@contoso.com
                    o'brien_1+a#b!c^d~e@contoso.co.uk        | -                   | o'brien_1+a#b!c^d~e@contoso.co.uk
                    jörg@müller.de                           | -                   | jörg@müller.de
                    anna_fabrikam.com#EXT#@contoso.onmicrosoft.com | Anna@Fabrikam.com | anna@fabrikam.com
                    anna_fabrikam.com#ext#@contoso.onmicrosoft.com | Anna@Fabrikam.com | anna@fabrikam.com
                    -                                        | anna@contoso.com    | anna@contoso.com
                    ' '                                      | anna@contoso.com    | anna@contoso.com
                    """)
    void isTheSignInNameOrAGuestsMailInLowerCase(
            @Nullable String userPrincipalName, @Nullable String mail, String email) {
        assertThat(of(userPrincipalName, mail)).isEqualTo(new EmailAddress.Usable(email));
    }

    @ParameterizedTest(name = "{0} with mail {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    a_fabrikam.com#EXT#@contoso.onmicrosoft.com | -
                    a_fabrikam.com#EXT#@contoso.onmicrosoft.com | '  '
                    -                                           | -
                    ''                                          | ''
                    """)
    void anAbsentAddressIsRefused(@Nullable String userPrincipalName, @Nullable String mail) {
        assertThat(of(userPrincipalName, mail))
                .isEqualTo(new EmailAddress.Unusable(Reason.NO_EMAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna@",
                "@contoso.com",
                "anna@contoso",
                "anna@contoso.",
                "anna@.com",
                "anna@con..toso.com",
                "anna@-contoso.com",
                "anna@contoso.com@contoso.com",
                "an na@contoso.com",
                "an\u0000na@contoso.com",
                "an\u00a0na@contoso.com",
                "an\u200bna@contoso.com",
                "anna@contoso.com\nbcc: all@contoso.com",
                "Anna <anna@contoso.com>",
                "anna;bob@contoso.com",
                "\ud83danna@contoso.com"
            })
    void aMalformedAddressIsRefusedAndNotRepaired(String userPrincipalName) {
        assertThat(of(userPrincipalName, "fine@contoso.com"))
                .isEqualTo(new EmailAddress.Unusable(Reason.MALFORMED_EMAIL));
    }

    @Test
    void anAddressLongerThanMailServersTakeIsRefused() {
        String domain = "a.".repeat(120) + "com";

        assertThat(of("a".repeat(10) + "@" + domain, null))
                .isEqualTo(new EmailAddress.Usable("a".repeat(10) + "@" + domain));
        assertThat(of("a".repeat(11) + "@" + domain, null))
                .isEqualTo(new EmailAddress.Unusable(Reason.MALFORMED_EMAIL));
        assertThat(of("a".repeat(65) + "@contoso.com", null))
                .isEqualTo(new EmailAddress.Unusable(Reason.MALFORMED_EMAIL));
    }

    @Test
    void lowerCaseIsTheSameUnderATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(of("INFO@CONTOSO.COM", null))
                    .isEqualTo(new EmailAddress.Usable("info@contoso.com"));
            assertThat(of("i_x.com#ext#@contoso.com", "Iris@X.IO"))
                    .isEqualTo(new EmailAddress.Usable("iris@x.io"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static EmailAddress of(@Nullable String userPrincipalName, @Nullable String mail) {
        return EmailAddress.of(
                new AnEntraUser().userPrincipalName(userPrincipalName).mail(mail).build());
    }
}
