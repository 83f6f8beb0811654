package com.learnamp.entra.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.customfields.CompiledExpression.ExpressionFailed;
import com.learnamp.entra.customfields.Expressions.Compiled;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    private static final String EXTENSION = "extension_0123456789abcdef0123456789abcdef_costCentre";

    private static final Map<String, String> ANNA =
            Map.of(
                    "department",
                    "Bread / Leeds",
                    "employeeId",
                    "E100042",
                    "employeeHireDate",
                    "2020-05-04T00:00:00Z",
                    "accountEnabled",
                    "true",
                    "extensionAttribute1",
                    "cc-100",
                    "mail",
                    "anna@contoso.com",
                    EXTENSION,
                    "CC-7");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "employeeId                                                  | E100042",
                "extensionAttribute1.upperAscii()                            | CC-100",
                EXTENSION + "                                                | CC-7",
                "department.split(' / ')[0]                                  | Bread",
                "department.substring(0, department.indexOf('/')).trim()     | Bread",
                "employeeId.replace('E', '')                                 | 100042",
                "mail.endsWith('@contoso.com') ? 'Own' : 'Partner'           | Own",
                "employeeId.matches('E[0-9]+')                               | true",
                "extensionAttribute2 == '' ? department : extensionAttribute2 | Bread / Leeds",
                "timestamp(employeeHireDate)                                 | 2020-05-04T00:00:00Z",
                "timestamp(employeeHireDate).getFullYear()                   | 2020",
                "2.50                                                        | 2.5",
                "1.0e18                                                      | 1000000000000000000",
                "accountEnabled == 'true' && department in ['Bread / Leeds'] | true",
                "companyName                                                 | \"\"",
            })
    void anExpressionGivesText(String expression, String expected) throws Exception {
        assertThat(usable(expression).evaluate(ANNA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "departmnt                    | 1 |  1 | no attribute and no function departmnt; did you mean department?",
                "'a' + unheardOf              | 1 |  7 | no attribute and no function unheardOf.",
                "department +                 | 1 | 13 | Something is missing at the end.",
                "upperAscii(department          | 1 | 22 | ')' is missing at the end.",
                "'a' + 1                      | 1 |  5 | no matching overload",
                "\"'a'\n  + + 'b'\"         | 2 |  5 | Unexpected '+'.",
                "['a','b'].map(x, x + x)      | 1 | 14 | no attribute and no function",
                "[1,2].exists(x, x > 1)       | 1 | 13 | no attribute and no function",
                "department.format(['a'])     | 1 | 18 | no attribute and no function",
                "aboutMe                      | 1 |  1 | no attribute and no function aboutMe",
                "extension_12_costCentre      | 1 |  1 | no attribute and no function extension_12_costCentre",
            })
    void aWrongOneIsRefusedWithPositionAndReason(
            String expression, int line, int column, String reason) {
        assertThat(Expressions.compile(expression))
                .isInstanceOfSatisfying(
                        Compiled.Refused.class,
                        refused -> {
                            ExpressionProblem problem = refused.problems().getFirst();
                            assertThat(problem.message()).contains(reason);
                            assertThat(problem.line()).isEqualTo(line);
                            assertThat(problem.column()).isEqualTo(column);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'x'                            | TEXT NUMBER DATE BOOLEAN CHOICE",
                "1                              | TEXT NUMBER CHOICE",
                "1.5                            | TEXT NUMBER CHOICE",
                "true                           | TEXT BOOLEAN CHOICE",
                "timestamp(employeeHireDate)    | TEXT DATE",
                "['a']                          | \"\"",
                "duration('1h')                 | \"\"",
                "b'x'                           | \"\"",
                "dyn(department)                | \"\"",
            })
    void whatAnExpressionGivesFitsSomeFields(String expression, String types) {
        CompiledExpression compiled = usable(expression);

        assertThat(List.of(Type.values()).stream().filter(compiled::fits).map(Type::name))
                .containsExactlyInAnyOrder(types.isEmpty() ? new String[0] : types.split(" "));
    }

    @Test
    void itSaysWhichAttributesItIsOver() {
        assertThat(usable("mail == '' ? employeeId : " + EXTENSION + " + employeeId").attributes())
                .containsExactly("employeeId", EXTENSION, "mail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "timestamp(companyName)         | could not be parsed",
                "department.split('/')[7]       | Index out of bounds: 7",
                "int(employeeId)                | E100042",
                "employeeId.replace('', 'x')    | a text to look for",
                "employeeId.matches('(')        | missing closing )",
            })
    void itMayFailForSomebody(String expression, String reason) {
        assertThatThrownBy(() -> usable(expression).evaluate(ANNA))
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining(reason);
    }

    @Test
    void nothingGrowsWithoutEnd() {
        String tenfold = ".replace('a', 'aaaaaaaaaa')";
        CompiledExpression growing = usable("mail" + tenfold.repeat(20));

        assertThatThrownBy(() -> growing.evaluate(Map.of("mail", "aaaaaaaaaa")))
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining("too long");
    }

    @Test
    void longAndDeepOnesAreRefused() {
        assertThat(Expressions.compile("'" + "x".repeat(1000) + "'"))
                .isEqualTo(
                        new Compiled.Refused(
                                List.of(
                                        new ExpressionProblem(
                                                1,
                                                1,
                                                "An expression has at most 1000 characters."))));
        assertThat(Expressions.compile("(".repeat(300) + "1" + ")".repeat(300)))
                .isInstanceOf(Compiled.Refused.class);
        assertThat(Expressions.compile("")).isInstanceOf(Compiled.Refused.class);
    }

    private static CompiledExpression usable(String expression) {
        return ((Compiled.Usable) Expressions.compile(expression)).expression();
    }
}
