package io.tenderhub.spark;

import io.tenderhub.ingestion.Reject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that are read at once. */
record Bulk(List<Line> lines) {
    /** A feed tells from the first lines how an input is laid out. After these any line may be broken without anybody taking what follows for something else. */
    private static final String LAYOUT = "{}\n{}\n";

    private static final int LINES_OF_LAYOUT = 2;
    private static final Pattern PLACE = Pattern.compile("^line (\\d{1,9})(?!\\d)");

    InputStream open() {
        StringBuilder text = new StringBuilder(LAYOUT);
        for (Line line : lines) {
            text.append(line.text()).append('\n');
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A reject with its place in the whole input; nothing if it is of what was put before the lines. */
    Optional<Reject> inInput(Reject reject) {
        Matcher place = PLACE.matcher(reject.position());
        if (!place.find()) {
            return Optional.of(reject);
        }
        int line = Integer.parseInt(place.group(1)) - LINES_OF_LAYOUT - 1;
        if (line < 0) {
            return Optional.empty();
        }
        String number = "line " + lines.get(line).number();
        String reason = reject.reason().replaceFirst(" at " + place.group() + "(?!\\d)", " at " + number);
        return Optional.of(
                new Reject(reject.source(), number + reject.position().substring(place.end()), reject.ocid(), reason));
    }
}
