package io.tenderhub.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.published.GrowingBytes;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Taking lines in one pass is held against reading them as anything else is read. */
class SoundReleaseLineTest {
    private static final List<String> REAL =
            List.of("south-africa", "uganda", "ukraine", "united-kingdom", "colombia", "paraguay");
    private static final String[] PIECES = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\t",
        "\r",
        "\0",
        "null",
        "true",
        "-0",
        "0.50",
        "1e5",
        "-1.5E-3",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "1E",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\/",
        "\\u001f",
        "\\u0041",
        "\\b",
        "\\x",
        "é",
        "😀",
        "\u2028",
        "\u0001",
        "12345678901234567890",
        "0.00000001",
        "100000000000000000000000000.10",
        "\"ocid\":\"x\",",
        "\"date\":\"2024-02-30\",",
        "\"releases\":[],",
        "\"data\":[],",
        "\"records\":[{}],",
        "\"$schema\":1,\"properties\":{},",
        "\"a\":1,\"a\":2,",
        "\ufeff",
        "/*x*/",
        "NaN",
        "'x'"
    };

    @Test
    void takesReleasesOfAllCountriesAsTheyAreReadElsewhere() {
        for (byte[] line : realLines()) {
            assertThat(isTheSame(line)).isTrue();
        }
    }

    @Test
    void takesBentLinesAsTheyAreReadElsewhereOrRefusesThem() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<byte[]> lines = new ArrayList<>(realLines());
        lines.add(Collected.release("ocds-é1").getBytes(StandardCharsets.UTF_8));
        lines.add("{\"date\":\"2024-01-02T03:04:05.5+02:00\", \"ocid\" : \"a b\" ,\"n\":[0.1,-0,1e9,[],{}]}"
                .getBytes(StandardCharsets.UTF_8));
        int taken = 0;
        for (int round = 0; round < 8_000; round++) {
            byte[] line = lines.get(random.nextInt(lines.size()));
            for (int bends = 1 + random.nextInt(2); bends > 0; bends--) {
                line = bent(random, line);
            }
            try {
                taken += isTheSame(line) ? 1 : 0;
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + new String(line, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(taken).isGreaterThan(500);
    }

    @Test
    void takesDatesAsTheyAreReadElsewhere() {
        for (String date : List.of(
                "2024-01-02",
                "2024-02-29",
                "2024-02-30",
                "2024-12-31T23:59:59Z",
                "2024-12-28T23:59:60Z",
                "2024-12-28T24:00:00Z",
                "2024-12-28 01:02:03Z",
                "2024-12-28t01:02:03z",
                "2024-12-28T01:02:03+02:00",
                "2024-12-28T01:02:03.123456789123Z",
                "0000-01-01T00:00:00Z",
                "2024-1-2",
                "2024-13-01",
                "",
                " 2024-01-02 ",
                "2024–01–02")) {
            isTheSame(("{\"ocid\":\"a\",\"date\":\"" + date + "\"}").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether the line is taken; then all that is known of it must be the same. */
    private static boolean isTheSame(byte[] line) {
        byte[] within = new byte[line.length + 20];
        Arrays.fill(within, (byte) '"');
        System.arraycopy(line, 0, within, 10, line.length);
        GrowingBytes out = new GrowingBytes(8);
        out.write("before".getBytes(StandardCharsets.US_ASCII));
        SoundReleaseLine sound = new SoundReleaseLine();
        if (!sound.take(within, 10, 10 + line.length, out)) {
            return false;
        }
        Read read = new Read();
        try {
            OpenedInput input = OpenedInput.open(new ByteArrayInputStream(line));
            JsonInput.ofLines(input, input.bytes(), new RecordClassifier("in", read), 1, line.length)
                    .read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(read.others).isEmpty();
        assertThat(read.releases).hasSize(1);
        PublishedRelease release = read.releases.get(0);
        assertThat(release.warnings()).isEmpty();
        String written = new String(out.array(), 6, out.length() - 6, StandardCharsets.UTF_8);
        // A name that stands twice in an object is for the merging to sort out.
        assertThat(hasANameTwice(written) ? PublishedJson.text(PublishedJson.object(written, 1)) : written)
                .isEqualTo(PublishedJson.text(release.json()));
        assertThat(new String(out.array(), sound.ocidFrom(), sound.ocidTo() - sound.ocidFrom(), StandardCharsets.UTF_8))
                .isEqualTo(release.ocid());
        assertThat(Instant.ofEpochSecond(sound.epochSecond(), sound.nano())).isEqualTo(release.date());
        return true;
    }

    private static boolean hasANameTwice(String json) {
        ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try {
            strict.readTree(json);
            return false;
        } catch (JsonProcessingException e) {
            assertThat(e).hasMessageContaining("Duplicate field");
            return true;
        }
    }

    private static byte[] bent(Random random, byte[] line) {
        byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(line.length);
        if (random.nextBoolean()) {
            // Where a value begins, more of what is tried is valid.
            while (at > 0 && line[at - 1] != ':' && line[at - 1] != '{' && line[at - 1] != ',') {
                at--;
            }
        }
        int gone = random.nextInt(3) == 0 ? Math.min(line.length - at, 1 + random.nextInt(3)) : 0;
        if (random.nextInt(10) == 0) {
            piece = new byte[] {(byte) (0x80 + random.nextInt(0x80))};
        }
        GrowingBytes bent = new GrowingBytes(line.length);
        bent.write(line, 0, at);
        bent.write(piece);
        bent.write(line, at + gone, line.length - at - gone);
        byte[] all = Arrays.copyOf(bent.array(), bent.length());
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == '\n' ? (byte) ' ' : all[i];
        }
        return all;
    }

    private static List<byte[]> realLines() {
        List<byte[]> lines = new ArrayList<>();
        for (String country : REAL) {
            try (InputStream in = SoundReleaseLineTest.class.getResourceAsStream("real/" + country + ".json")) {
                ObjectNode package_ = (ObjectNode) new ObjectMapper().readTree(in);
                if (package_.has("ocid")) {
                    lines.add(package_.toString().getBytes(StandardCharsets.UTF_8));
                }
                package_.path("releases")
                        .forEach(release -> lines.add(release.toString().getBytes(StandardCharsets.UTF_8)));
                package_.path("records")
                        .forEach(record -> lines.add(
                                record.path("compiledRelease").toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(lines).hasSizeGreaterThan(4);
        return lines;
    }

    private static final class Read implements RecordSink {
        private final List<PublishedRelease> releases = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        @Override
        public void release(PublishedRelease release) {
            releases.add(release);
        }

        @Override
        public void record(List<PublishedRelease> several) {
            others.add("record");
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            others.add("row");
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            others.add("row");
        }

        @Override
        public void reject(Reject reject) {
            others.add(reject.toString());
        }
    }
}
