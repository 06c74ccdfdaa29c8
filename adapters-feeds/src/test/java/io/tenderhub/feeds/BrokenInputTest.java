package io.tenderhub.feeds;

import static io.tenderhub.feeds.Collected.inOrder;
import static io.tenderhub.feeds.Collected.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenInputTest {

    @Test
    void keepsAllReleasesBeforeTheBreak() {
        Collected read = inOrder("{\"releases\":[" + release("a") + ",\n" + release("b") + ",\n{\"ocid\":\"c\",");

        assertThat(read.ocids()).containsExactly("a", "b");
        assertThat(read.rejectLines()).containsExactly("in, releases[2]: cut off at line 3, column 13");
        assertThat(read.totals).isEqualTo(new FeedTotals(3, 2, 1));
    }

    @Test
    void goesOnAfterAReleaseThatIsNotJson() {
        Collected read =
                inOrder("{\"releases\":[" + release("a") + ",\n{\"ocid\":\"b\",\"x\":nope},\n" + release("c") + "]}");

        assertThat(read.ocids()).containsExactly("a", "c");
        assertThat(read.rejects).hasSize(1);
        assertThat(read.rejectLines().get(0)).startsWith("in, releases[1]: not valid JSON at line 2");
    }

    @Test
    void goesOnAfterABadLine() {
        Collected read = inOrder("junk\n" + release("a") + "\n{\"ocid\":\"b\",\"da\n" + release("c") + "\n[1,\n"
                + release("d") + " trailing\n}\n" + release("e"));

        assertThat(read.ocids()).containsExactly("a", "c", "d", "e");
        assertThat(read.rejects)
                .extracting(Reject::position)
                .containsExactly("line 1", "line 3", "line 5, [1]", "line 6", "line 7");
    }

    @Test
    void goesOnAfterAFirstLineThatIsCutOff() {
        Collected read = inOrder(release("a").substring(0, 40) + "\n" + release("b") + "\n" + release("c"));

        assertThat(read.ocids()).containsExactly("b", "c");
        assertThat(read.rejects).hasSize(1);
    }

    @Test
    void rejectsAHugeLineAndGoesOn() {
        byte[] junk = new byte[20_000_000];
        for (String start : List.of("{\"ocid\":\"", "x", "[[[[", "{\"a\":{")) {
            Arrays.fill(junk, (byte) 'x');
            byte[] head = start.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(head, 0, junk, 0, head.length);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(junk);
            all.writeBytes(("\n" + release("b") + "\n").getBytes(StandardCharsets.UTF_8));

            Collected read = inOrder(all.toByteArray());

            assertThat(read.ocids()).as(start).containsExactly("b");
            assertThat(read.rejects).as(start).hasSize(1);
        }
    }

    @Test
    void rejectsAReleaseThatIsTooLong() {
        Collected read =
                inOrder("[" + release("a").replace("\"title\":\"a\"", "\"title\":\"" + "x".repeat(17_000_000) + "\"")
                        + "," + release("b") + "]");

        assertThat(read.ocids()).containsExactly("b");
        assertThat(read.rejectLines()).containsExactly("in, [0]: longer than 16 MB");
    }

    @Test
    void rejectsReleasesWithoutIdentityOrDate() {
        Collected read = inOrder(
                "[{\"id\":\"1\",\"tag\":[\"tender\"],\"tender\":{}},{\"ocid\":\"a\"},{\"ocid\":\"a\",\"date\":null},"
                        + "{\"ocid\":\"a\",\"date\":\"soon\"},{\"ocid\":5,\"date\":\"2024-01-01\"},{\"ocid\":\"a\",\"date\":\"2024-02-30T00:00:00Z\"}]");

        assertThat(read.rejectLines())
                .containsExactly(
                        "in, [0]: a release without ocid",
                        "in, [1], a: a release without date",
                        "in, [2], a: a release without date",
                        "in, [3], a: a release whose date can't be read: soon",
                        "in, [4], 5: a release whose ocid is not a text",
                        "in, [5], a: a release whose date can't be read: 2024-02-30T00:00:00Z");
        assertThat(read.totals).isEqualTo(new FeedTotals(6, 0, 6));
    }

    @Test
    void saysInOneLineWhatIsNoData() {
        byte[] binary = new byte[5000];
        new Random(7).nextBytes(binary);
        assertThat(inOrder(binary).rejectLines())
                .containsExactly("in: binary data, neither JSON nor a CSV listing of the portal");
        assertThat(inOrder("").rejectLines()).containsExactly("in: empty");
        assertThat(inOrder(" \n\n").rejectLines()).containsExactly("in: empty");
        assertThat(inOrder("<html>\n<p>a</p>\n</html>").rejectLines())
                .containsExactly("in: an HTML page, neither JSON nor a CSV listing of the portal");
        assertThat(inOrder("Code,Title\n1,2\n").rejectLines())
                .containsExactly("in: text, neither JSON nor a CSV listing of the portal");
        assertThat(inOrder("{\"a\":1}").rejectLines())
                .containsExactly("in: no OCDS release, record or package, and no portal listing");
        assertThat(inOrder(
                                "{\"$schema\":\"s\",\"properties\":{\"ocid\":{\"type\":\"string\"},\"tag\":{}},\"definitions\":{}}")
                        .rejectLines())
                .containsExactly("in: a JSON schema, not data");
        assertThat(inOrder("[1,2,3]").rejectLines()).containsExactly("in: 3 elements that are not a JSON object");
    }

    @Test
    void survivesDeepNestingHugeNumbersDuplicateKeysAndNuls() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        Collected read = inOrder("\0[" + release("a").replace("\"id\":\"1\"", "\"x\":" + deep) + ","
                + release("b").replace("\"id\":\"1\"", "\"x\":" + "9".repeat(5000)) + ","
                + release("c").replace("\"id\":\"1\"", "\"x\":1e999999999,\"x\":2,\"id\":\"c\"") + ","
                + release("d").replace("\"title\":\"d\"", "\"title\":\"d\0d\\u0000\"") + "]\0\0");

        assertThat(read.ocids()).containsExactly("c", "d");
        assertThat(read.rejects).extracting(Reject::position).containsExactly("[0]", "[1]");
        assertThat(inOrder(deep).rejects).hasSize(1);
    }

    @Test
    void keepsWhatWasReadFromASmallGzipThatIsCutOff() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        StringBuilder lines = new StringBuilder();
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            lines.append(release("ocid-" + random.nextLong())).append('\n');
        }
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }

        Collected read = inOrder(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThat(read.tenders).hasSizeGreaterThan(50);
        assertThat(read.rejects).hasSize(1);
    }

    @Test
    void keepsWhatWasReadFromDamagedGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        StringBuilder lines = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            lines.append(release("ocid-" + random.nextLong())).append('\n');
        }
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }

        Collected read = inOrder(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThat(read.tenders).hasSizeGreaterThan(5_000);
        assertThat(read.rejects).hasSize(1);
        assertThat(read.rejects.get(0).reason()).isEqualTo("gzip data cut off");
        assertThat(read.totals.records()).isEqualTo(read.totals.tenders() + 1);
    }

    @Test
    void readsFoldersInOrderAndNamesWhatIsMissing(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/2.json"), release("b"));
        Files.writeString(folder.resolve("a.jsonl"), release("a"));
        Files.writeString(folder.resolve("notes.txt"), "no");
        Files.createDirectories(folder.resolve("empty"));

        Collected read = inOrder(List.of(
                new FeedInput.Files(folder),
                new FeedInput.Files(folder.resolve("gone")),
                new FeedInput.Files(folder.resolve("empty"))));

        assertThat(read.ocids()).containsExactly("a", "b");
        assertThat(read.rejectLines())
                .containsExactly(
                        folder.resolve("gone") + ": no such file",
                        folder.resolve("empty") + ": a folder without data files");
    }

    @Test
    void letsTheSinksOwnFailureThrough() {
        UncheckedIOException failure = new UncheckedIOException(new IOException("store away"));
        FeedSink failing = new FeedSink() {
            @Override
            public void tender(Tender tender) {
                throw failure;
            }

            @Override
            public void reject(Reject reject) {
                throw new AssertionError(reject);
            }
        };
        for (String text : List.of(
                release("a"),
                "Tender ID,Tender Number,Tender Description,Advertised\n1,2,3,18/09/2025\n",
                "[" + release("a") + "," + release("b") + "]")) {
            assertThatThrownBy(() -> FeedsAdapter.builder()
                            .build()
                            .releaseFeed()
                            .readInOrder(List.of(Collected.stream(text.getBytes(StandardCharsets.UTF_8))), failing))
                    .isSameAs(failure);
        }
    }
}
