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
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return Optional.empty();
        }
        String plain = withoutTags(withEntitiesRead(withoutTags(text)));
        return plain.equals(text) ? Optional.empty() : Optional.of(plain.replace('\u00a0', ' '));
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
