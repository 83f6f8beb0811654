package com.learnamp.entra.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldMapping.Source;
import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.EntraUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MapCustomFieldsTest {

    private static final EntraUser ANNA =
            new EntraUser(
                    "anna@contoso.com",
                    null,
                    "Anna Smith",
                    "Anna",
                    "Smith",
                    "Baker",
                    "Bread",
                    null,
                    null,
                    Instant.parse("2020-05-04T00:00:00Z"),
                    true,
                    "Member",
                    Map.of("employeeId", "E42", "extensionAttribute1", " CC-100 "));

    @Test
    void eachMappingGivesOneValue() {
        List<CustomFieldMapping> mappings =
                List.of(
                        attribute("Cost centre", Type.TEXT, "extensionAttribute1"),
                        attribute("Started", Type.DATE, "employeeHireDate"),
                        attribute("Active", Type.BOOLEAN, "accountEnabled"),
                        attribute("Office", Type.TEXT, "officeLocation"),
                        attribute("Staff number", Type.NUMBER, "employeeId"),
                        expression("Label", Type.TEXT, "department + ', ' + jobTitle"),
                        expression("Number", Type.NUMBER, "employeeId.replace('E', '')"),
                        expression("Broken", Type.DATE, "timestamp(mail)"),
                        expression("Newer", Type.TEXT, "functionOfTheFuture()"));

        List<CustomFieldValue> values = MapCustomFields.of(ANNA, mappings);

        assertThat(values.subList(0, 7))
                .containsExactly(
                        value("Cost centre", "CC-100"),
                        value("Started", "2020-05-04"),
                        value("Active", "true"),
                        value("Office", null),
                        new CustomFieldValue(
                                "Staff number",
                                Rule.ALWAYS,
                                null,
                                "\"E42\" is no number; write it as 1234.5."),
                        value("Label", "Bread, Baker"),
                        value("Number", "42"));
        assertThat(values.get(7).problem()).startsWith("The expression fails:");
        assertThat(values.get(8).problem())
                .startsWith("Line 1, column 20: There is no attribute and no function");
    }

    @Test
    void whatCouldNotBeReadGivesNoValueAndLeavesTheFieldAsItIs() {
        EntraUser unread =
                new EntraUser(
                        "anna@contoso.com",
                        null,
                        "Anna Smith",
                        "Anna",
                        "Smith",
                        "Baker",
                        "Bread",
                        null,
                        null,
                        null,
                        true,
                        "Member",
                        Map.of(),
                        Set.of("employeeId"));

        assertThat(
                        MapCustomFields.of(
                                unread,
                                List.of(
                                        attribute("Staff number", Type.TEXT, "employeeId"),
                                        attribute("Title", Type.TEXT, "jobTitle"))))
                .containsExactly(value("Title", "Baker"));
    }

    @Test
    void nobodyHasAValueWithoutAMapping() {
        assertThat(MapCustomFields.of(ANNA, List.of())).isEmpty();
    }

    private static CustomFieldMapping attribute(String field, Type type, String attribute) {
        return new CustomFieldMapping(field, type, new Source.Attribute(attribute), Rule.ALWAYS);
    }

    private static CustomFieldMapping expression(String field, Type type, String expression) {
        return new CustomFieldMapping(
                field, type, new Source.Expression(expression, List.of()), Rule.ALWAYS);
    }

    private static CustomFieldValue value(String field, @Nullable String value) {
        return new CustomFieldValue(field, Rule.ALWAYS, value, null);
    }
}
