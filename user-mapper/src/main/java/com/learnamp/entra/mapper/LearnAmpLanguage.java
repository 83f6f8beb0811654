package com.learnamp.entra.mapper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * BCP 47 look-up against the languages that Learn Amp has. The exact code first, then these tables,
 * then the primary language.
 *
 * <p>What is no mere truncation, and why:
 *
 * <ul>
 *   <li>{@code en} is UK English there, so American usage alone (US and its territories) is {@code
 *       en-US};
 *   <li>{@code es-CO} is its one Latin American Spanish, so the regions whose CLDR parent is {@code
 *       es-419} get it, and Spain's usage is {@code es};
 *   <li>{@code pt} is Portugal's wherever Brazil is not named (CLDR: {@code pt-AO} and the others
 *       inherit from {@code pt-PT}); a bare {@code pt} too, since Brazil's code is always written
 *       out;
 *   <li>Norwegian is {@code no} in both forms, nb and nn;
 *   <li>Chinese goes by script, and without one by region: traditional in TW, HK, MO and in
 *       Cantonese.
 * </ul>
 */
final class LearnAmpLanguage {

    static final List<String> CODES =
            List.of(
                    "en", "en-US", "de", "es", "es-CO", "fr", "fr-CA", "it", "nl", "pt-BR", "pl",
                    "ru", "no", "sv", "da", "zh-CN", "zh-TW", "ja", "ar", "sk", "ca", "cy", "el",
                    "hu", "pt-PT", "ro", "tr");

    private static final Map<String, String> BY_LOWER_CASE =
            CODES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    code -> code.toLowerCase(Locale.ROOT), Function.identity()));

    private static final Map<String, String> OTHER_NAMES =
            Map.of("pt", "pt-PT", "nb", "no", "nn", "no", "mo", "ro");

    private static final Set<String> AMERICAN_ENGLISH =
            Set.of("us", "as", "gu", "mp", "pr", "um", "vi");

    private static final Set<String> LATIN_AMERICAN_SPANISH =
            Set.of(
                    "419", "ar", "bo", "br", "bz", "cl", "co", "cr", "cu", "do", "ec", "gt", "hn",
                    "mx", "ni", "pa", "pe", "pr", "py", "sv", "us", "uy", "ve");

    private static final Set<String> CHINESE = Set.of("zh", "cmn", "yue");

    /** Script, then region, then {@code yue}; cht and chs are Windows' own. */
    private static final Set<String> TRADITIONAL = Set.of("hant", "cht", "tw", "hk", "mo");

    private static final Set<String> SIMPLIFIED = Set.of("hans", "chs");

    private LearnAmpLanguage() {}

    /**
     * @param preferredLanguage free text in practice: any case, underscores, "de_DE.UTF-8", the
     *     head of an Accept-Language
     */
    static Optional<String> matching(@Nullable String preferredLanguage) {
        if (preferredLanguage == null) {
            return Optional.empty();
        }
        String tag = preferredLanguage.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        String head = tag.split("[^a-z0-9-]", 2)[0];
        List<String> subtags =
                Arrays.stream(head.split("-", -1)).filter(subtag -> !subtag.isEmpty()).toList();
        if (subtags.isEmpty()) {
            return Optional.empty();
        }
        String language = subtags.getFirst();
        Set<String> rest = subtags.stream().skip(1).collect(Collectors.toSet());
        return Stream.<Optional<String>>of(
                        Optional.ofNullable(BY_LOWER_CASE.get(String.join("-", subtags))),
                        regional(language, rest),
                        Optional.ofNullable(OTHER_NAMES.get(language)),
                        Optional.ofNullable(BY_LOWER_CASE.get(language)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> regional(String language, Set<String> rest) {
        if (CHINESE.contains(language)) {
            return Optional.of(isTraditional(language, rest) ? "zh-TW" : "zh-CN");
        }
        return switch (language) {
            case "en" -> codeIf(meets(rest, AMERICAN_ENGLISH), "en-US");
            case "es" -> codeIf(meets(rest, LATIN_AMERICAN_SPANISH), "es-CO");
            case "fr" -> codeIf(rest.contains("ca"), "fr-CA");
            case "pt" -> codeIf(rest.contains("br"), "pt-BR");
            default -> Optional.empty();
        };
    }

    private static boolean isTraditional(String language, Set<String> rest) {
        if (meets(rest, SIMPLIFIED)) {
            return false;
        }
        boolean cantonese = language.equals("yue") || rest.contains("yue");
        return meets(rest, TRADITIONAL) || (cantonese && !rest.contains("cn"));
    }

    private static boolean meets(Set<String> subtags, Set<String> wanted) {
        return subtags.stream().anyMatch(wanted::contains);
    }

    private static Optional<String> codeIf(boolean condition, String code) {
        return condition ? Optional.of(code) : Optional.empty();
    }
}
