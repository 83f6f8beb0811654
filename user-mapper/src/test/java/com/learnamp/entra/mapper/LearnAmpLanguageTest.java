package com.learnamp.entra.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnAmpLanguageTest {

    static final Iterable<String> CODES = LearnAmpLanguage.CODES;

    @ParameterizedTest
    @FieldSource("CODES")
    void learnAmpsOwnCodesMatchThemselvesInAnyForm(String code) {
        assertThat(LearnAmpLanguage.matching(code)).contains(code);
        assertThat(LearnAmpLanguage.matching(code.toUpperCase(java.util.Locale.ROOT)))
                .contains(code);
        assertThat(LearnAmpLanguage.matching(" " + code.replace('-', '_') + "\n")).contains(code);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "en-GB, en",
        "en-AU, en",
        "en-001, en",
        "en-US, en-US",
        "en_us, en-US",
        "EN-us-posix, en-US",
        "en-Latn-US, en-US",
        "en-PR, en-US",
        "es-ES, es",
        "es-GQ, es",
        "es-MX, es-CO",
        "es-419, es-CO",
        "es-AR, es-CO",
        "es-US, es-CO",
        "fr-FR, fr",
        "fr-BE, fr",
        "fr-CA, fr-CA",
        "fr-Latn-CA, fr-CA",
        "pt, pt-PT",
        "pt-AO, pt-PT",
        "pt-br, pt-BR",
        "pt-Latn-BR, pt-BR",
        "nb-NO, no",
        "nb, no",
        "nn, no",
        "nn-NO, no",
        "no-NO, no",
        "de-AT, de",
        "de-CH-1996, de",
        "zh, zh-CN",
        "zh-SG, zh-CN",
        "zh-Hans, zh-CN",
        "zh-Hans-HK, zh-CN",
        "zh-Hant, zh-TW",
        "zh-Hant-HK, zh-TW",
        "zh-HK, zh-TW",
        "zh-MO, zh-TW",
        "zh-CHT, zh-TW",
        "zh-CHS, zh-CN",
        "zh-yue-HK, zh-TW",
        "yue, zh-TW",
        "yue-Hans-CN, zh-CN",
        "cmn-TW, zh-TW",
        "ca-ES-valencia, ca",
        "mo, ro",
        "tr-TR, tr",
        "de_DE.UTF-8, de",
        "de_DE@euro, de",
        "'sv-SE,sv;q=0.9', sv",
    })
    void otherTagsMatchByTable(String tag, String code) {
        assertThat(LearnAmpLanguage.matching(tag)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "_",
                "fi",
                "fi-FI",
                "sr-Latn-RS",
                "English",
                "x-klingon",
                "😀"
            })
    void whatFitsNoneMatchesNothing(String tag) {
        assertThat(LearnAmpLanguage.matching(tag)).isEmpty();
    }

    @Test
    void anAbsentTagMatchesNothing() {
        assertThat(LearnAmpLanguage.matching(null)).isEmpty();
    }
}
