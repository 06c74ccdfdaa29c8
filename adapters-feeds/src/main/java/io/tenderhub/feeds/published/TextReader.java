package io.tenderhub.feeds.published;

import io.tenderhub.tender.WarningCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cleans published texts: trimmed, LF line breaks, plain text, no control characters; absent where nothing is left. */
final class TextReader {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?");
    private static final int LONGEST_PLACEHOLDER = 20;
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?:n\\s?[/.\\\\]\\s?a\\.?|none|null|nil|not applicable|-+|[0 +().-]*0[0 +().-]*)",
            Pattern.CASE_INSENSITIVE);

    /** Few texts do, and telling that is much quicker than the expression. */
    private static final String PLACEHOLDERS_BEGIN_WITH = "nN-0 +().";

    private TextReader() {}

    static Optional<String> read(String published, String path, Warnings warnings) {
        String text = SoundText.of(published);
        if (!text.equals(published)) {
            warnings.add(
                    WarningCode.CONTROL_CHARACTERS,
                    path,
                    "Control characters or broken surrogates were taken out of the text.");
        }
        boolean returns = text.indexOf('\r') >= 0;
        boolean blanks = returns || text.indexOf('\u00a0') >= 0;
        String lined = returns ? LINE_BREAK.matcher(text).replaceAll("\n") : text;
        lined = blanks ? lined.replace('\u00a0', ' ') : lined;
        Optional<String> plain = Html.toPlain(lined);
        if (plain.isPresent()) {
            warnings.add(WarningCode.HTML_IN_TEXT, path, "HTML was turned into plain text.");
            lined = SoundText.of(plain.get()).replace('\r', '\n');
        }
        String trimmed = trim(lined);
        if (trimmed.isEmpty()) {
            warnings.add(WarningCode.EMPTY_TEXT, path, "An empty text is treated as absent.");
            return Optional.empty();
        }
        if (blanks || trimmed.length() != lined.length()) {
            warnings.add(
                    WarningCode.BLANKS_TRIMMED,
                    path,
                    "Blanks around the text were removed, and its line breaks and no-break spaces made ordinary ones.");
        }
        return Optional.of(trimmed);
    }

    /** Whether a cleaned text only says that there is nothing: {@code N/A}, {@code None}, {@code 000-000-0000}, {@code -}. */
    static boolean isPlaceholder(String text) {
        return text.equals("N/A")
                || text.length() <= LONGEST_PLACEHOLDER
                        && PLACEHOLDERS_BEGIN_WITH.indexOf(text.charAt(0)) >= 0
                        && PLACEHOLDER.matcher(text).matches();
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(char c) {
        if (c > ' ' && c < 0x7f) {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
    }
}
