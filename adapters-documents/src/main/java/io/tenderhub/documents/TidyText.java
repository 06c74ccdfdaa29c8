package io.tenderhub.documents;

import java.util.List;

/** Text without what formats leave in it: blanks at the ends of lines, rows of empty lines, control characters. */
final class TidyText {
    private TidyText() {}

    static String of(String raw) {
        StringBuilder tidy = new StringBuilder(raw.length());
        int empty = 0;
        List<String> lines = raw.replaceAll("[\\p{Cc}&&[^\\n\\r\\t\\f]]|\\u00ad|\\ufeff", "")
                .lines()
                .toList();
        for (String line : lines) {
            String stripped = line.replace('\f', ' ').stripTrailing();
            empty = stripped.isEmpty() ? empty + 1 : 0;
            if (empty < 2 && (empty == 0 || tidy.length() > 0)) {
                tidy.append(stripped).append('\n');
            }
        }
        return tidy.toString().stripTrailing();
    }

    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
