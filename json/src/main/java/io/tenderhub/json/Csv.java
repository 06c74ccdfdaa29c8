package io.tenderhub.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values after RFC 4180, in UTF-8: what holds a comma, a quote or a line break stands in quotes. A text that a
 * spreadsheet would run as a formula is led by an apostrophe; numbers are left as they are.
 */
public final class Csv {
    private static final String LINE_END = "\r\n";
    private static final String BEGINS_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** Texts, without a line end. */
    public static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::text).collect(Collectors.joining(","));
    }

    /** A head line and a line for each row, without line ends. */
    public static List<String> lines(Sheet sheet) {
        List<String> lines = sheet.rows().stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.toList());
        lines.add(0, line(sheet.columns().toArray(String[]::new)));
        return List.copyOf(lines);
    }

    /** The whole file. */
    public static byte[] bytes(Sheet sheet) {
        return lines(sheet).stream()
                .collect(Collectors.joining(LINE_END, "", LINE_END))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Sheet.Cell cell) {
        return cell.isNumber() ? cell.text() : text(cell.text());
    }

    /** One cell. */
    static String text(String text) {
        String safe = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return isPlain(safe) ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
