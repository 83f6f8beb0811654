package com.learnamp.entra.mapper;

import com.learnamp.entra.customfields.LearnAmpText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A first and a last name, as far as one line of text tells them. */
record NameParts(Optional<String> first, Optional<String> last) {

    private static final NameParts UNKNOWN = new NameParts(Optional.empty(), Optional.empty());

    /** "Anna Smith (Contoso)", "Anna Smith [External]". */
    private static final Pattern REMARK = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]\\s*$");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Chinese, Japanese, Korean: written family name first. */
    private static final Pattern FAMILY_NAME_FIRST =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\s\\p{Z}\u30FB\u30FC]+");

    /**
     * "Anna Maria Smith": the last word is the last name. "Smith, Anna": before the comma. A single
     * word is a first name. A name that Entra has is taken out first, so that the rest is the
     * other.
     */
    static NameParts ofDisplayName(
            @Nullable String displayName, Optional<String> givenName, Optional<String> surname) {
        String name =
                LearnAmpText.clean(displayName)
                        .map(text -> REMARK.matcher(text).replaceFirst(""))
                        .flatMap(LearnAmpText::clean)
                        .orElse("");
        if (name.isEmpty() || name.contains("@")) {
            return UNKNOWN;
        }
        if (givenName.isPresent()) {
            return new NameParts(givenName, rest(name, givenName.get()));
        }
        if (surname.isPresent()) {
            return new NameParts(rest(name, surname.get()), surname);
        }
        int comma = name.indexOf(',');
        return comma < 0
                ? ofWords(name)
                : new NameParts(
                        LearnAmpText.clean(name.substring(comma + 1)),
                        LearnAmpText.clean(name.substring(0, comma)));
    }

    /** "anna.maria.smith+learning": Anna Maria and Smith; "reception": Reception twice. */
    static NameParts ofLocalPart(String localPart) {
        List<String> words = words(localPart.replaceFirst("\\+.*", ""), "[._]+");
        if (words.size() == 1) {
            words = words(words.getFirst(), "-+");
        }
        if (words.isEmpty()) {
            return UNKNOWN;
        }
        List<String> capitalised = words.stream().map(NameParts::capitalise).toList();
        String last = capitalised.getLast();
        return capitalised.size() == 1
                ? new NameParts(Optional.of(last), Optional.of(last))
                : new NameParts(Optional.of(allButLast(capitalised)), Optional.of(last));
    }

    private static NameParts ofWords(String name) {
        List<String> words = words(name, BLANKS.pattern());
        if (words.size() < 2) {
            return new NameParts(Optional.of(name), Optional.empty());
        }
        if (FAMILY_NAME_FIRST.matcher(name).matches()) {
            return new NameParts(
                    Optional.of(String.join(" ", words.subList(1, words.size()))),
                    Optional.of(words.getFirst()));
        }
        return new NameParts(Optional.of(allButLast(words)), Optional.of(words.getLast()));
    }

    /** What is left of the whole when the known name, at its start or its end, is taken out. */
    private static Optional<String> rest(String whole, String known) {
        String lowerWhole = whole.toLowerCase(Locale.ROOT);
        String lowerKnown = known.toLowerCase(Locale.ROOT);
        boolean sameLengths =
                lowerWhole.length() == whole.length() && lowerKnown.length() == known.length();
        if (sameLengths && (lowerWhole + " ").matches(startsWithWord(lowerKnown))) {
            return withoutComma(whole.substring(known.length()));
        }
        if (sameLengths && lowerWhole.endsWith(" " + lowerKnown)) {
            return withoutComma(whole.substring(0, whole.length() - known.length()));
        }
        return Optional.empty();
    }

    private static String startsWithWord(String word) {
        return "(?s)" + Pattern.quote(word) + "[\\s,].*";
    }

    private static Optional<String> withoutComma(String text) {
        return LearnAmpText.clean(text.replaceFirst("^\\s*,", "").replaceFirst(",\\s*$", ""));
    }

    private static List<String> words(String text, String separators) {
        return Arrays.stream(text.split(separators, -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static String allButLast(List<String> words) {
        return String.join(" ", words.subList(0, words.size() - 1));
    }

    private static String capitalise(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first))
                + word.substring(Character.charCount(first));
    }
}
