package io.tenderhub.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values after RFC 4180. */
final class Csv {
    private Csv() {}

    static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        // A cell that a spreadsheet would run as a formula is led by an apostrophe.
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        if (safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            return safe;
        }
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
