package io.tenderhub.feeds;

import static io.tenderhub.feeds.Collected.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler.CompiledSink;
import io.tenderhub.tender.Tender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortingTest {
    @TempDir
    Path folder;

    @Test
    void compilesOnDiskWhatItCompilesInMemoryAndRemovesItsFiles() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("{\"ocid\":\"ocds-" + (i < 40 ? i : random.nextInt(40)) + "\",\"id\":\"" + i
                    + "\",\"date\":\"2024-01-0"
                    + (1 + random.nextInt(9)) + "T00:00:00Z\",\"language\":\"l" + i
                    + "\",\"tender\":{\"id\":\"t\",\"items\":[{\"id\":\""
                    + random.nextInt(5) + "\",\"quantity\":" + i + ".50}]}}");
        }
        String text = String.join("\n", lines);

        Collected inMemory = Collected.compiled(FeedsAdapter.builder().build(), text);

        for (long memory : List.of(0L, 3_000L)) {
            FeedsAdapter onDisk = FeedsAdapter.builder()
                    .temporaryFolder(folder.resolve("new"))
                    .sortingMemory(memory)
                    .build();
            Collected spilled = Collected.compiled(onDisk, text);
            assertThat(spilled.compiled).as("seed %d", seed).isEqualTo(inMemory.compiled);
            assertThat(spilled.totals).isEqualTo(inMemory.totals);
            assertThat(Collected.merged(onDisk, text).ocids()).isSorted().hasSameSizeAs(inMemory.compiled);
            assertThat(filesLeft()).isZero();
        }
        assertThat(inMemory.compiled).hasSize(40);
    }

    @Test
    void compilesTheSameFromAnyInputOrderWhenDatesDiffer() {
        long seed = new Random().nextLong();
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            lines.add(release("a")
                    .replace("2024-01-02", "2024-01-0" + day)
                    .replace("\"title\":\"a\"", "\"title\":\"" + day + "\""));
        }
        Collected expected = Collected.compiled(FeedsAdapter.builder().build(), String.join("\n", lines));
        Collections.shuffle(lines, new Random(seed));

        Collected compiled = Collected.compiled(FeedsAdapter.builder().build(), String.join("\n", lines));

        assertThat(compiled.compiled)
                .as("seed %d", seed)
                .isEqualTo(expected.compiled)
                .hasSize(1);
        assertThat(compiled.totals).isEqualTo(new FeedTotals(9, 1, 0));
    }

    @Test
    void ordersDatesAsInstants() {
        List<String> dates = List.of(
                "2024-01-01T23:30:00-02:00",
                "2024-01-02T01:29:59Z",
                "2024-01-02T01:29:59.1234567891+00:00",
                "2024-01-02");
        StringBuilder lines = new StringBuilder();
        for (String date : dates) {
            lines.append("{\"ocid\":\"a\",\"date\":\"")
                    .append(date)
                    .append("\",\"language\":\"")
                    .append(date)
                    .append("\"}\n");
        }

        String compiled = Collected.compiled(FeedsAdapter.builder().build(), lines.toString())
                .compiled
                .get(0);

        assertThat(compiled)
                .isEqualTo(
                        "{\"tag\":[\"compiled\"],\"id\":\"a-2024-01-01T23:30:00-02:00\",\"date\":\"2024-01-01T23:30:00-02:00\","
                                + "\"ocid\":\"a\",\"language\":\"2024-01-01T23:30:00-02:00\"}");
    }

    @Test
    void keepsTheInputOrderOfEqualDates() {
        String two = release("a") + "\n" + release("a").replace("\"title\":\"a\"", "\"title\":\"later in the file\"");

        for (long memory : List.of(0L, 1_000_000L)) {
            FeedsAdapter adapter = FeedsAdapter.builder()
                    .temporaryFolder(folder)
                    .sortingMemory(memory)
                    .build();
            assertThat(Collected.compiled(adapter, two).compiled.get(0)).contains("later in the file");
        }
    }

    @Test
    void rejectsRowsOfThePortalWhenCompiling() {
        Collected compiled = Collected.compiled(
                FeedsAdapter.builder().build(), "Tender ID,Tender Number,Tender Description\n1,2,3\n4,5,6\n");

        assertThat(compiled.totals).isEqualTo(new FeedTotals(2, 0, 2));
        assertThat(compiled.rejectLines()).contains("in, row 2: a row of a portal listing, not an OCDS release");
    }

    @Test
    void handsOnRowsBeforeMergedReleases() {
        Collected merged = Collected.merged(
                FeedsAdapter.builder().build(),
                release("b")
                        + "\n{\"id\":5,\"tender_No\":\"n\",\"organ_of_State\":\"o\",\"date_Published\":\"2025-09-18T00:00:00\"}\n"
                        + release("a"));

        assertThat(merged.ocids()).containsExactly("etenders-5", "a", "b");
    }

    @Test
    void removesItsFilesWhenTheReceiverFails() throws IOException {
        FeedsAdapter adapter =
                FeedsAdapter.builder().temporaryFolder(folder).sortingMemory(0).build();
        CompiledSink failing = new CompiledSink() {
            @Override
            public void compiledRelease(String ocid, byte[] json) {
                throw new IllegalStateException("full");
            }

            @Override
            public void reject(Reject reject) {
                throw new AssertionError(reject);
            }
        };

        assertThatThrownBy(() -> adapter.releaseCompiler()
                        .compile(List.of(Collected.stream(release("a").getBytes(StandardCharsets.UTF_8))), failing))
                .hasMessage("full");
        assertThat(filesLeft()).isZero();
    }

    @Test
    void readsManyLinesWithoutHoldingThem() {
        int[] line = {0};
        byte[] text = (release("a").replace("\"title\":\"a\"", "\"title\":\"" + "x".repeat(4000) + "\"") + "\n")
                .getBytes(StandardCharsets.UTF_8);
        // More text than the memory that the build gives these tests: 100,000 lines of 4 KB.
        InputStream endless = new InputStream() {
            private int next;

            @Override
            public int read() {
                throw new AssertionError("byte by byte");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (next == 0) {
                    if (line[0]++ == 100_000) {
                        return -1;
                    }
                    text[9] = (byte) ('a' + line[0] % 2);
                }
                int count = Math.min(length, text.length - next);
                System.arraycopy(text, next, into, offset, count);
                next = (next + count) % text.length;
                return count;
            }
        };
        long[] tenders = {0};
        FeedTotals totals = FeedsAdapter.builder()
                .build()
                .releaseFeed()
                .readInOrder(List.of(new FeedInput.Stream("endless", endless)), new FeedSink() {
                    @Override
                    public void tender(Tender tender) {
                        tenders[0]++;
                    }

                    @Override
                    public void reject(Reject reject) {
                        throw new AssertionError(reject);
                    }
                });

        assertThat(totals).isEqualTo(new FeedTotals(100_000, 100_000, 0));
        assertThat(tenders[0]).isEqualTo(100_000);
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
