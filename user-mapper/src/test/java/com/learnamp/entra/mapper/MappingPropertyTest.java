package com.learnamp.entra.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.learnamp.entra.contracts.EntraUser;
import com.learnamp.entra.contracts.RejectUser;
import com.learnamp.entra.contracts.UpsertUser;
import com.learnamp.entra.contracts.UserFields;
import com.learnamp.entra.customfields.LearnAmpText;
import com.learnamp.entra.mapper.MappingDecision.Ask;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MappingPropertyTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Property(tries = 2000)
    void whateverEntraSaysThereIsAValidCommandOrAReject(@ForAll("users") EntraUser user)
            throws IOException {
        MappingDecision decision =
                Mapping.decide(Samples.snapshot(user), Samples.settings(), Samples.NOW);

        assertThat(decision).isInstanceOf(Ask.class);
        Ask ask = (Ask) decision;
        switch (ask.command()) {
            case UpsertUser upsert -> assertValid(upsert.fields());
            case RejectUser reject -> assertThat(reject.user()).isEqualTo(Samples.USER);
            default -> throw new AssertionError("neither: " + ask.command().getClass());
        }
        assertThat(JSON.readTree(JSON.writeValueAsBytes(ask.command())).get("type").asText())
                .isIn("upsert-user", "reject-user");
    }

    @Property(tries = 500)
    void aSecondPassChangesNothing(@ForAll("texts") String text) {
        String once = LearnAmpText.clean(text).map(LearnAmpText::cut).orElse("");

        assertThat(LearnAmpText.clean(once).map(LearnAmpText::cut).orElse("")).isEqualTo(once);
    }

    private static void assertValid(UserFields fields) {
        assertThat(EmailAddress.FORM.matcher(fields.email()).matches()).isTrue();
        assertThat(fields.email()).isEqualTo(fields.email().toLowerCase(java.util.Locale.ROOT));
        assertThat(fields.language()).isIn(LearnAmpLanguage.CODES);
        assertThat(fields.primaryTeamName()).isEqualTo(fields.department());
        Stream.of(fields.firstName(), fields.lastName()).forEach(MappingPropertyTest::assertText);
        Stream.of(fields.jobTitle(), fields.department(), fields.location())
                .filter(text -> text != null)
                .forEach(MappingPropertyTest::assertText);
        if (fields.hireDate() != null) {
            assertThat(fields.hireDate()).isBetween(HireDate.EARLIEST, HireDate.LATEST);
        }
    }

    private static void assertText(String text) {
        assertThat(text).isNotBlank();
        assertThat(text).isEqualTo(text.strip());
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(255);
        assertThat(text.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> oddities =
                Arbitraries.of(
                        "",
                        " ",
                        "\u0000",
                        "\ud800",
                        "a\udfffb",
                        "İI ıi",
                        "😀",
                        "@",
                        ",",
                        "Smith,",
                        "(x)",
                        "$1\\E",
                        "a@b.co",
                        "x#EXT#@y.co",
                        "+",
                        ".",
                        "en-US-x-$",
                        "--",
                        "\u200d");
        return Arbitraries.oneOf(
                anything,
                oddities,
                Combinators.combine(oddities, oddities).as((one, other) -> one + " " + other));
    }

    @Provide
    Arbitrary<EntraUser> users() {
        Arbitrary<@Nullable String> text = texts().injectNull(0.2);
        Arbitrary<@Nullable String> address =
                Arbitraries.oneOf(
                        text,
                        texts().map(local -> local + "@contoso.com"),
                        net.jqwik.web.api.Web.emails());
        Arbitrary<@Nullable Instant> instant =
                Arbitraries.longs()
                        .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                        .map(Instant::ofEpochSecond)
                        .injectNull(0.2);
        Arbitrary<@Nullable Boolean> enabled = Arbitraries.of(true, false).injectNull(0.2);
        return Combinators.combine(address, address, text, text, text, text, instant, enabled)
                .flatAs((upn, mail, shown, given, last, other, hired, on) ->
                        text.map(more ->
                                new EntraUser(
                                        upn, mail, shown, given, last, other, more, other, more,
                                        hired, on, more, Map.of())));
    }
}
