package io.tenderhub.tender;

import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses what to show as a tender's name: many publishers write only a reference number as the title. */
public final class Heading {
    private static final int LONGEST = 300;
    /** A word of four letters in a row that is not glued to digits or slashes makes a title more than a reference. */
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d/_.-])\\p{L}{4,}(?![\\p{L}\\d/_-])");

    private Heading() {}

    /** Whether a title is only a reference number, such as {@code CPTC003/25} or {@code SCMU8 - 25/26 - 0082}. */
    public static boolean isReference(String title) {
        return title.chars().anyMatch(Character::isDigit)
                && !WORD.matcher(title).find();
    }

    /** The title; the description's first line where the title is missing or only a reference number. */
    static Optional<String> of(Optional<String> title, Optional<String> description) {
        Optional<String> telling = title.filter(text -> !isReference(text));
        return telling.or(() -> description.map(Heading::firstLine)).or(() -> title);
    }

    private static String firstLine(String text) {
        String line =
                text.lines().filter(l -> !l.isBlank()).findFirst().orElse(text).strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int cut = line.lastIndexOf(' ', LONGEST - 1);
        return line.substring(0, cut > 0 ? cut : LONGEST - 1) + "…";
    }
}
