package io.tenderhub.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.quick.ReleaseScanner;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick way makes of a line is what the usual way makes of it; what it declines it says nothing about. */
class QuickReleasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REAL = List.of(
            "south-africa.json",
            "south-africa-no-session.json",
            "united-kingdom.json",
            "united-kingdom-1.0.json",
            "paraguay.json",
            "paraguay-award.json",
            "ukraine.json",
            "colombia.json",
            "uganda.json");
    private static final String RICH = """
            {"ocid":"ocds-9t57fa-1","id":"r","date":"2024-02-29T12:30:00Z","tag":["tender"],"tender":{"id":"T 1",
            "title":"Supply &amp; fit <b>doors</b>","description":"Lines\\r\\nand \\u00e9 caf\u00e9 \u65e5\u672c \\ud83d\\ude00 ",
            "status":"active","category":"works","mainProcurementCategory":"goods","additionalProcurementCategories":["goods","works"," x "],
            "value":{"amount":1250000.50,"currency":"zar"},"province":"Gauteng","deliveryLocation":"N/A",
            "specialConditions":"none at all","procuringEntity":{"id":5,"name":"Water \\"Board\\""},"procurementMethod":"open",
            "procurementMethodDetails":"Request for Bid","tenderPeriod":{"startDate":"2024-03-01","endDate":"2024-03-31T11:00:00+02:00"},
            "briefingSession":{"isSession":true,"compulsory":true,"date":"2024-03-10T10:00:00Z","venue":"Hall 1"},
            "items":[{"id":"1","description":"Doors","classification":{"scheme":"CPV","id":"44221200","description":"Doors"},
            "additionalClassifications":[{"scheme":"X","id":7}],"quantity":-12.5}],"documents":[{"title":"x","url":"https://a/b?c=d"}]},
            "parties":[{"id":"b1","name":"Ministry","roles":["buyer","payer"]},{"id":"p","name":"Agency","roles":["procuringEntity"]}],
            "buyer":{"id":"b1"},"language":"en","other":[true,false,null,{"a":{}},[[]],0,-0,1e]}
            """.replace("\n", "").replace(",1e]", "]");

    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "12.50",
            "1e5",
            "01",
            "1.",
            "\"\"",
            "\" \"",
            "\"N/A\"",
            "\" a \"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\u00a0x\"",
            "\"x\u007fy\"",
            "\"tab\there\"",
            "\"R&D &lt;br&gt;\"",
            "\"2024-02-30T00:00:00Z\"",
            "\"2024-02-29T23:59:59Z\"",
            "\"2100-02-29T00:00:00Z\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"0000-12-31T00:00:00Z\"",
            "\"2024-01-02\"",
            "\"2024-01-02T24:00:00Z\"",
            "\"2024-01-02t03:04:05.123456789123z\"",
            "\"31/12/2024\"",
            "\"2024-01-02T03:04:05.123Z\"",
            "\"2024-01-02T03:04:05.1234567890Z\"",
            "\"2024-01-02T03:04:05+02:00\"",
            "\"2024-01-02T03:04:05.5-19:00\"",
            "\"2024-01-02T03:04:05+0200\"",
            "\"0001-01-02T03:04:05+02:00\"",
            "\"2024-13-02T03:04:05+02:00\"",
            "{}",
            "[]",
            "[1]",
            "[\"a\",\"a\",null]",
            "{\"id\":7,\"name\":\"X\"}",
            "[{\"id\":\"7\",\"name\":\"X\",\"roles\":[\"buyer\"]}]",
            "{\"amount\":\"7\",\"currency\":\"ZAR\"}",
            "[[[[[[[[]]]]]]]]",
            "{\"releases\":[{\"ocid\":\"x\"}]}");

    private static final byte[] TELLING =
            "\"\\{}[]:, 019.-eEntfu\n\r\t\u0000\u007f<>&".getBytes(StandardCharsets.UTF_8);

    private final ReleaseScanner scanner = new ReleaseScanner();
    private int accepted;

    @ParameterizedTest
    @ValueSource(strings = {"south-africa.json", "south-africa-no-session.json"})
    void plainReleasesAreNotDeclined(String name) {
        assertThat(quick(bytes(real(name)))).isNotNull();
    }

    @Test
    void realReleasesAreTheSame() {
        REAL.forEach(name -> compare(bytes(real(name))));
        compare(RICH.getBytes(StandardCharsets.UTF_8));
        assertThat(accepted).isGreaterThan(2);
    }

    @Test
    void releasesWithOtherBytesAreTheSameOrDeclined() {
        Random random = new Random(11);
        List<byte[]> lines = lines();
        for (int round = 0; round < 12_000; round++) {
            byte[] line = lines.get(random.nextInt(lines.size()));
            for (int i = random.nextInt(3); i >= 0; i--) {
                line = otherBytes(line, random);
            }
            compare(line);
        }
        assertThat(accepted).isGreaterThan(1000);
    }

    @Test
    void releasesWithOtherFieldsAreTheSameOrDeclined() {
        Random random = new Random(12);
        List<byte[]> lines = lines();
        for (int round = 0; round < 8_000; round++) {
            String line = new String(lines.get(random.nextInt(lines.size())), StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i >= 0; i--) {
                line = otherFields(line, random);
            }
            compare(line.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(accepted).isGreaterThan(800);
    }

    @Test
    void nothingOutsideAsciiIsTakenWhereTheBytesAreNotUtf8() {
        byte[] line = line("{\"ocid\":\"o\",\"date\":\"2024-01-02T00:00:00Z\",\"tender\":{\"title\":\"Café\"}}"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(scanner.scan(line, 0, true, QuickReleasesTest::source)).isNull();
        assertThat(scanner.scan(line, 0, false, QuickReleasesTest::source)).isNotNull();
    }

    private static List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        REAL.forEach(name -> lines.add(bytes(real(name))));
        lines.add(RICH.getBytes(StandardCharsets.UTF_8));
        lines.add(RICH.getBytes(StandardCharsets.UTF_8));
        lines.add(Collected.release("o").getBytes(StandardCharsets.UTF_8));
        return lines;
    }

    private void compare(byte[] line) {
        Tender tender = quick(line);
        if (tender == null) {
            return;
        }
        accepted++;
        Found usual = new Found();
        OpenedInput input =
                new OpenedInput(InputStream.nullInputStream(), new byte[0], true, Optional.empty(), List.of());
        byte[] ended = line(line);
        new LinesReader("in", input).read(ended, 0, line.length + 1, 1, usual);
        assertThat(usual.found)
                .as(() -> new String(line, StandardCharsets.UTF_8))
                .isEqualTo(List.of(tender));
    }

    private Tender quick(byte[] line) {
        return scanner.scan(line(line), 0, false, QuickReleasesTest::source);
    }

    private static byte[] line(byte[] bytes) {
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1 + ReleaseScanner.ROOM);
        line[bytes.length] = '\n';
        return line;
    }

    private static Source source() {
        return new Source("in", "line 1", Source.Format.OCDS);
    }

    private static byte[] otherBytes(byte[] line, Random random) {
        int at = random.nextInt(line.length);
        int to = Math.min(line.length, at + 1 + random.nextInt(random.nextBoolean() ? 2 : 20));
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.write(line, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> made.write(line, to, line.length - to);
            case 1 -> {
                made.write(line, at, to - at);
                made.write(line, at, line.length - at);
            }
            case 2 -> {
                made.write(line[at] ^ 1 << random.nextInt(8));
                made.write(line, at + 1, line.length - at - 1);
            }
            case 3 -> {
                made.write(TELLING[random.nextInt(TELLING.length)]);
                made.write(line, at, line.length - at);
            }
            case 4 -> {
                made.write(TELLING[random.nextInt(TELLING.length)]);
                made.write(line, at + 1, line.length - at - 1);
            }
            default -> {
                if (random.nextInt(10) > 0) {
                    made.write(0x80 + random.nextInt(0x80));
                    made.write(line, at + 1, line.length - at - 1);
                }
            }
        }
        return made.toByteArray().length == 0 ? new byte[] {'{'} : made.toByteArray();
    }

    /** Puts another value or another name at a random place, or a field a second time or in another place. */
    private static String otherFields(String line, Random random) {
        List<Integer> fields = new ArrayList<>();
        for (int i = line.indexOf("\":"); i >= 0; i = line.indexOf("\":", i + 1)) {
            fields.add(i);
        }
        if (fields.isEmpty()) {
            return line;
        }
        int colon = fields.get(random.nextInt(fields.size())) + 1;
        int name = line.lastIndexOf('"', colon - 2);
        int end = colon + 1;
        while (end < line.length() && ",{[}]".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String junk = JUNK.get(random.nextInt(JUNK.size()));
        return switch (random.nextInt(5)) {
            case 0, 1 -> line.substring(0, colon + 1) + junk + line.substring(end);
            case 2 -> line.substring(0, colon + 1) + junk + "," + line.substring(name);
            case 3 -> {
                int other = fields.get(random.nextInt(fields.size())) + 1;
                String from = line.substring(line.lastIndexOf('"', other - 2), other);
                yield line.substring(0, name) + from + line.substring(colon);
            }
            default -> line.substring(0, name) + "\"x\": " + junk + " ,\t" + line.substring(name);
        };
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The release in a file, whatever is around it. */
    private static JsonNode real(String name) {
        try (InputStream in = QuickReleasesTest.class.getResourceAsStream("real/" + name)) {
            JsonNode json = JSON.readTree(new ByteArrayInputStream(in.readAllBytes()));
            while (!json.has("ocid") || json.has("releases") || json.has("compiledRelease")) {
                json = json.has("compiledRelease")
                        ? json.get("compiledRelease")
                        : json.has("records")
                                ? json.get("records").get(0)
                                : json.has("release")
                                        ? json.get("release")
                                        : json.get("releases").get(0);
            }
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tenders as scored, and a text for all else. */
    private static final class Found implements RecordSink {
        private final PublishedMapping mapping = new PublishedMapping();
        private final List<Object> found = new ArrayList<>();

        @Override
        public void release(PublishedRelease release) {
            found.add(Scored.of(mapping.release(release.json(), release.source(), release.warnings())));
        }

        @Override
        public void record(List<PublishedRelease> releases) {
            found.add("a record");
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            found.add("a row");
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            found.add("a row");
        }

        @Override
        public void reject(Reject reject) {
            found.add(reject);
        }
    }
}
