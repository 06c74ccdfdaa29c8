package io.tenderhub.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines up columns for people; the last column is not padded. */
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... titles) {
        rows.add(titles);
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(TextTable::harmless).toArray(String[]::new));
    }

    /** Without controls, by which what somebody else wrote would steer the terminal of who looks at it. */
    static String harmless(String cell) {
        return cell.replaceAll("\\p{Cc}", "\uFFFD");
    }

    List<String> lines() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], length(row[column]));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** A text on one line, cut to a width. */
    static String cut(String text, int width) {
        String line = text.replaceAll("\\s+", " ").strip();
        return length(line) <= width ? line : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            line.append(row[column]);
            if (column < row.length - 1) {
                line.append(" ".repeat(widths[column] - length(row[column]) + 2));
            }
        }
        return line.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
