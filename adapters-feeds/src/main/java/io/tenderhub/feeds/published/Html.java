package io.tenderhub.feeds.published;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Turns HTML within a text into plain text. Only what is surely HTML counts: comments, tags of names that HTML knows whose
 * attributes have values, and known entities that end with a semicolon; {@code a < b}, {@code <5 years>} and {@code R&D} stay.
 */
final class Html {
    private static final Pattern TAG = Pattern.compile(
            "<!--.{0,10000}?-->"
                    + "|</?([a-zA-Z][a-zA-Z0-9]{0,15}+)"
                    + "((?:\\s++[\\w:-]{1,40}+\\s*+=\\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\\s\"'<>]++)){0,30}+)\\s*+/?>",
            Pattern.DOTALL);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("[ \\t]++\\n");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}+");

    private Html() {}

    /** The plain text, if there is any HTML in it. Tags that were themselves written as entities are removed too. */
    static Optional<String> toPlain(String text) {
        if (!mayBeIn(text)) {
            return Optional.empty();
        }
        String plain = withoutTags(withEntitiesRead(withoutTags(text)));
        return plain.equals(text) ? Optional.empty() : Optional.of(plain.replace('\u00a0', ' '));
    }

    /** Whether it is worth while to look for any. */
    static boolean mayBeIn(String text) {
        return mayHaveTag(text) || mayHaveEntity(text);
    }

    /** Quicker than the expression, for the many texts with {@code <} alone. */
    private static boolean mayHaveTag(String text) {
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            char next = text.charAt(i + 1);
            if (next == '!' || next == '/' || isLetter(next)) {
                return true;
            }
        }
        return false;
    }

    /** Quicker than the expression, for the many texts with {@code &} alone. */
    private static boolean mayHaveEntity(String text) {
        for (int i = text.indexOf('&'); i >= 0 && i + 1 < text.length(); i = text.indexOf('&', i + 1)) {
            char next = text.charAt(i + 1);
            if ((next == '#' || isLetter(next)) && text.indexOf(';', i + 2) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char found) {
        return found >= 'a' && found <= 'z' || found >= 'A' && found <= 'Z';
    }

    private static String withEntitiesRead(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), true)));
    }

    private static String withoutTags(String text) {
        Matcher tags = TAG.matcher(text);
        StringBuilder plain = new StringBuilder(text.length());
        boolean found = false;
        int from = 0;
        while (tags.find()) {
            String name = tags.group(1) == null ? "" : tags.group(1).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !Tag.isKnownTag(name)) {
                continue;
            }
            found = true;
            plain.append(text, from, tags.start()).append(inPlace(name, text.charAt(tags.start() + 1) == '/'));
            from = tags.end();
        }
        if (!found) {
            return text;
        }
        plain.append(text, from, text.length());
        String trimmedLines = BLANKS_AT_LINE_END.matcher(plain).replaceAll("\n");
        return EMPTY_LINES.matcher(trimmedLines).replaceAll("\n\n");
    }

    private static String inPlace(String name, boolean closing) {
        if (name.equals("td") || name.equals("th")) {
            return closing ? " " : "";
        }
        if (name.equals("li")) {
            return closing ? "" : "\n- ";
        }
        return name.equals("br") || (!name.isEmpty() && Tag.valueOf(name).isBlock()) ? "\n" : "";
    }
}
