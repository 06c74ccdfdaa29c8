package io.tenderhub.feeds;

import static io.tenderhub.feeds.Collected.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.feeds.merge.Merge;
import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler.CompiledSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs long enough to be read, sorted and merged by several threads. */
class ParallelSortingTest {
    private static final int LINES = 6_000;

    @TempDir
    Path folder;

    @Test
    void compilesAsOneReleaseAfterTheOtherIsMerged() throws IOException {
        long seed = new Random().nextLong();
        Input input = new Input(new Random(seed));

        for (long memory : List.of(0L, 300_000L, 100_000_000L)) {
            Collected compiled = Collected.compiled(adapter(memory), input.text);

            assertThat(compiled.compiled).as("seed %d", seed).isEqualTo(input.compiled());
            assertThat(compiled.rejectLines()).isEqualTo(input.rejects);
            assertThat(compiled.totals)
                    .isEqualTo(new FeedTotals(LINES, compiled.compiled.size(), input.rejects.size()));
            assertThat(filesLeft()).isZero();
        }
    }

    @Test
    void readsTheSameTendersMergedWhateverTheMemory() throws IOException {
        Input input = new Input(new Random(5));

        Collected inMemory = Collected.merged(adapter(100_000_000L), input.text);
        Collected onDisk = Collected.merged(adapter(100_000L), input.text);

        assertThat(inMemory.tenders).isEqualTo(onDisk.tenders);
        assertThat(inMemory.rejectLines()).isEqualTo(onDisk.rejectLines()).isEqualTo(input.rejects);
        assertThat(inMemory.ocids()).isEqualTo(List.copyOf(input.releases.keySet()));
        // The newest release says where a tender comes from.
        assertThat(inMemory.positions()).isEqualTo(input.newestPositions());
        assertThat(filesLeft()).isZero();
    }

    @Test
    void mergesMoreReleasesOfOneOcidThanAreHeldAtOnce() throws IOException {
        String filling = "x".repeat(20_000);
        StringBuilder lines = new StringBuilder(release("b")).append('\n');
        for (int i = 0; i < 300; i++) {
            lines.append(release("a")
                            .replace(
                                    "\"title\":\"a\"",
                                    "\"title\":\"" + i + "\",\"description\":\"" + filling + i + "\""))
                    .append('\n');
        }
        lines.append(release("c"));

        for (long memory : List.of(1_000_000L, 100_000_000L)) {
            Collected compiled = Collected.compiled(adapter(memory), lines.toString());

            assertThat(compiled.compiled).hasSize(3);
            assertThat(compiled.compiled.get(0)).contains("\"title\":\"299\"", filling + "299\"");
            assertThat(compiled.compiled.get(2)).contains("\"ocid\":\"c\"");
            assertThat(Collected.merged(adapter(memory), lines.toString()).positions())
                    .containsExactly("line 301", "line 1", "line 302");
        }
        assertThat(filesLeft()).isZero();
    }

    @Test
    void leavesNothingWhenTheReceiverFailsInTheMiddle() throws IOException {
        String text = new Input(new Random(1)).text;
        int[] received = {0};
        CompiledSink failing = new CompiledSink() {
            @Override
            public void compiledRelease(String ocid, byte[] json) {
                if (++received[0] == 50) {
                    throw new IllegalStateException("full");
                }
            }

            @Override
            public void reject(Reject reject) {
                // Told of before.
            }
        };

        assertThatThrownBy(() -> adapter(100_000).releaseCompiler().compile(List.of(stream(text)), failing))
                .hasMessage("full");
        assertThat(filesLeft()).isZero();
        assertThat(workers()).isEmpty();
    }

    @Test
    void saysWhereItCannotWriteAndLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");
        FeedsAdapter adapter = FeedsAdapter.builder()
                .temporaryFolder(file.resolve("below"))
                .sortingMemory(0)
                .build();

        assertThatThrownBy(() -> Collected.compiled(adapter, new Input(new Random(2)).text))
                .hasMessageContaining("can't write temporary files in " + file.resolve("below"));
        assertThat(workers()).isEmpty();
    }

    @Test
    void endsWhenItIsInterrupted() throws IOException {
        String text = new Input(new Random(3)).text;
        InputStream interrupting = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                if (pos > count / 2) {
                    Thread.currentThread().interrupt();
                }
                return super.read(into, offset, length);
            }
        };

        assertThatThrownBy(() -> adapter(100_000)
                        .releaseCompiler()
                        .compile(List.of(new FeedInput.Stream("in", interrupting)), new Collected()))
                .isInstanceOf(RuntimeException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(filesLeft()).isZero();
        assertThat(workers()).isEmpty();
    }

    private FeedsAdapter adapter(long memory) {
        return FeedsAdapter.builder()
                .temporaryFolder(folder)
                .sortingMemory(memory)
                .build();
    }

    private static FeedInput stream(String text) {
        return Collected.stream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("a file"))
                    .count();
        }
    }

    /** Threads that go on although nobody waits for what they do; those that are about to end are given the time. */
    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tenders"))
                .filter(ParallelSortingTest::goesOn)
                .toList();
    }

    private static boolean goesOn(Thread thread) {
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return thread.isAlive();
    }

    /** Lines of all kinds, with what they should become. */
    private static final class Input {
        private final String text;
        private final TreeMap<String, List<Line>> releases = new TreeMap<>();
        private final List<String> rejects = new ArrayList<>();

        private record Line(String date, int number, String json) {}

        Input(Random random) {
            StringBuilder lines = new StringBuilder();
            for (int number = 1; number <= LINES; number++) {
                lines.append(line(random, number)).append(random.nextInt(50) == 0 ? "\r\n" : "\n");
            }
            text = lines.toString();
        }

        private String line(Random random, int number) {
            String ocid = "ocds-" + List.of("", "é", "😀", "\ufb01", "a-").get(random.nextInt(5)) + random.nextInt(500);
            String date = "2024-01-0" + (1 + random.nextInt(3));
            String time = date + (random.nextBoolean() ? "T00:00:00Z" : "");
            String json = "{\"ocid\":\"" + ocid + "\",\"id\":\"" + number + "\",\"date\":\"" + time
                    + "\",\"tag\":[\"tender\"],\"language\":\"" + number + "\",\"tender\":{\"id\":\"t\",\"value\":"
                    + List.of("null", "5", "{\"amount\":" + number + ".50}", "{\"amount\":null}")
                            .get(random.nextInt(4))
                    + ",\"items\":[{\"id\":" + (random.nextInt(9) == 0 ? "1" : "\"" + random.nextInt(3) + "\"")
                    + ",\"quantity\":" + number + ",\"description\":\"" + "w".repeat(random.nextInt(80)) + "\"}]}}";
            switch (random.nextInt(60)) {
                case 0 -> {
                    rejects.add("in, line " + number + ": not JSON");
                    return "nothing";
                }
                case 1 -> {
                    rejects.add("in, line " + number + ", " + ocid + ": a release without date");
                    return json.replace("\"date\"", "\"dated\"");
                }
                case 2 -> {
                    // As a record it is read elsewhere.
                    add(ocid, date, number, json);
                    return "{\"ocid\":\"" + ocid + "\",\"releases\":[" + json + "]}";
                }
                case 3 -> {
                    add(ocid, date, number, json);
                    return json.replace(":", " : ").replace("T00 : 00 : 00Z", "T00:00:00Z");
                }
                default -> {
                    add(ocid, date, number, json);
                    return json;
                }
            }
        }

        private void add(String ocid, String date, int number, String json) {
            releases.computeIfAbsent(ocid, unused -> new ArrayList<>()).add(new Line(date, number, json));
        }

        List<String> compiled() {
            ReleaseMerger merger = new ReleaseMerger();
            List<String> compiled = new ArrayList<>();
            for (List<Line> lines : ordered().values()) {
                Merge merge = merger.start();
                lines.forEach(line -> merge.add(PublishedJson.object(line.json(), 1)));
                compiled.add(PublishedJson.text(merge.compiled()));
            }
            return compiled;
        }

        private Map<String, List<Line>> ordered() {
            releases.values().forEach(lines -> lines.sort(Comparator.comparing(Line::date)));
            return releases;
        }

        List<String> newestPositions() {
            String[] lineTexts = text.split("\n");
            return ordered().values().stream()
                    .map(lines -> lines.get(lines.size() - 1))
                    .map(line -> lineTexts[line.number() - 1].contains("\"releases\":[")
                            ? "line " + line.number() + ", releases[0]"
                            : "line " + line.number())
                    .toList();
        }
    }
}
