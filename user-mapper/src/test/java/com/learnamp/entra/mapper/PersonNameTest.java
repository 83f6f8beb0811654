package com.learnamp.entra.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.UserFields.NameSource;
import com.learnamp.entra.mapper.Samples.AnEntraUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest(name = "[{0}|{1}|{2}|{3}] is {4}, {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    # given  | surname | displayName                 | e-mail                  | first        | last          | source
                    Anna     | Smith   | Someone Else                | x@contoso.com           | Anna         | Smith         | GIVEN_NAME_AND_SURNAME
                    '  Anna ' | ' Smith\t' | -                      | x@contoso.com           | Anna         | Smith         | GIVEN_NAME_AND_SURNAME
                    Anne Marie | de la Cruz | -                      | x@contoso.com           | Anne Marie   | de la Cruz    | GIVEN_NAME_AND_SURNAME
                    Anna     | -       | Anna Smith                  | x@contoso.com           | Anna         | Smith         | DISPLAY_NAME
                    Anna     | '  '    | 'Smith, Anna'               | x@contoso.com           | Anna         | Smith         | DISPLAY_NAME
                    Anna     | -       | ANNA SMITH                  | x@contoso.com           | Anna         | SMITH         | DISPLAY_NAME
                    Anna     | -       | Anna                        | anna.smith@contoso.com  | Anna         | Smith         | EMAIL
                    Anna     | -       | Annabel Smith               | a.jones@contoso.com     | Anna         | Jones         | EMAIL
                    -        | Smith   | Anna Maria Smith            | x@contoso.com           | Anna Maria   | Smith         | DISPLAY_NAME
                    -        | Smith   | 'Smith, Anna'               | x@contoso.com           | Anna         | Smith         | DISPLAY_NAME
                    -        | Smith   | Smith                       | anna@contoso.com        | Anna         | Smith         | EMAIL
                    -        | de la Cruz | Ana de la Cruz           | x@contoso.com           | Ana          | de la Cruz    | DISPLAY_NAME
                    -        | -       | Anna Smith                  | x@contoso.com           | Anna         | Smith         | DISPLAY_NAME
                    -        | -       | Anna Maria Smith            | x@contoso.com           | Anna Maria   | Smith         | DISPLAY_NAME
                    -        | -       | 'Smith, Anna Maria'         | x@contoso.com           | Anna Maria   | Smith         | DISPLAY_NAME
                    -        | -       | Anna Smith (Contoso)        | x@contoso.com           | Anna         | Smith         | DISPLAY_NAME
                    -        | -       | Anna Smith [External]       | x@contoso.com           | Anna         | Smith         | DISPLAY_NAME
                    -        | -       | 山田 太郎                     | x@contoso.com           | 太郎          | 山田           | DISPLAY_NAME
                    -        | -       | 山田　太郎                     | x@contoso.com           | 太郎          | 山田           | DISPLAY_NAME
                    -        | -       | Anna 😀                     | x@contoso.com           | Anna         | 😀            | DISPLAY_NAME
                    -        | -       | Madonna                     | m.ciccone@contoso.com   | Madonna      | Ciccone       | EMAIL
                    -        | -       | Reception                   | reception@contoso.com   | Reception    | Reception     | EMAIL
                    -        | -       | anna@fabrikam.com           | anna.smith@contoso.com  | Anna         | Smith         | EMAIL
                    -        | -       | (Contoso)                   | anna.smith@contoso.com  | Anna         | Smith         | EMAIL
                    -        | -       | '   '                       | anna.smith@contoso.com  | Anna         | Smith         | EMAIL
                    -        | -       | -                           | anna.maria.smith+learning@contoso.com | Anna Maria | Smith | EMAIL
                    -        | -       | -                           | anna_smith@contoso.com  | Anna         | Smith         | EMAIL
                    -        | -       | -                           | anna-smith@contoso.com  | Anna         | Smith         | EMAIL
                    -        | -       | -                           | jean-luc.picard@contoso.com | Jean-luc | Picard        | EMAIL
                    -        | -       | -                           | info@contoso.com        | Info         | Info          | EMAIL
                    -        | -       | -                           | ._.@contoso.com         | ._.          | ._.           | EMAIL
                    -        | -       | -                           | +@contoso.com           | +            | +             | EMAIL
                    """)
    void isEntrasOwnElseDisplayNamesElseTheLocalPart(
            @Nullable String givenName,
            @Nullable String surname,
            @Nullable String displayName,
            String email,
            String first,
            String last,
            NameSource source) {
        PersonName name =
                PersonName.of(
                        new AnEntraUser().names(givenName, surname, displayName).build(),
                        new EmailAddress.Usable(email));

        assertThat(name.first()).isEqualTo(first);
        assertThat(name.last()).isEqualTo(last);
        assertThat(name.source()).isEqualTo(source);
    }
}
