package io.tenderhub.spark;

import io.tenderhub.ingestion.Reject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that are read at once. */
record Bulk(List<Line> lines) {
    /** A feed tells from the first lines how an input is laid out. After these any line may be broken without anybody taking what follows for something else. */
    private static final String LAYOUT = "{}\n{}\n";

    private static final int LINES_OF_LAYOUT = 2;
    /** In a position, and in the reason of a line that breaks off. */
    private static final Pattern LINE = Pattern.compile("(^| at )line (\\d+)");

    InputStream open() {
        StringBuilder text = new StringBuilder(LAYOUT);
        for (Line line : lines) {
            text.append(line.text()).append('\n');
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A reject with its place in the whole input; nothing if it is of what was put before the lines. */
    Optional<Reject> inInput(Reject reject) {
        Matcher place = LINE.matcher(reject.position());
        if (place.find() && lineOf(place) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Reject(reject.source(), inInput(reject.position()), reject.ocid(), inInput(reject.reason())));
    }

    private String inInput(String text) {
        return LINE.matcher(text)
                .replaceAll(found ->
                        found.group(1) + "line " + lines.get(lineOf(found)).number());
    }

    private static int lineOf(MatchResult found) {
        return Integer.parseInt(found.group(2)) - LINES_OF_LAYOUT - 1;
    }
}
