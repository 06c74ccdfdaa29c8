package io.tenderhub.feeds;

import static io.tenderhub.feeds.Collected.inOrder;
import static io.tenderhub.feeds.Collected.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.tender.WarningCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadingShapesTest {
    private static final String LINKED =
            "{\"url\":\"http://a\",\"date\":\"2024-01-01T00:00:00Z\",\"tag\":[\"tender\"]}";

    @Test
    void readsABareRelease() {
        Collected read = inOrder(release("a"));

        assertThat(read.ocids()).containsExactly("a");
        assertThat(read.totals).isEqualTo(new FeedTotals(1, 1, 0));
        assertThat(read.tenders.get(0).raw()).isEqualTo(release("a"));
    }

    @Test
    void readsAReleaseWhoseOcidComesLast() {
        Collected read = inOrder(
                "{\"date\":\"2024-01-02\",\"tender\":{\"title\":\"x\",\"documents\":[{\"id\":\"1\"}]},\"buyer\":{\"a\":{}},\"ocid\":\"a\"}");

        assertThat(read.ocids()).containsExactly("a");
    }

    @Test
    void readsAReleasePackage() {
        Collected read = inOrder("{\"uri\":\"u\",\"publisher\":{\"name\":\"p\"},\n\"releases\":[" + release("a") + ",\n"
                + release("b") + "],\"links\":{\"next\":\"n\"}}");

        assertThat(read.ocids()).containsExactly("a", "b");
        assertThat(read.positions()).containsExactly("releases[0]", "releases[1]");
    }

    @Test
    void readsAnEmptyPackageAsNothing() {
        assertThat(inOrder("{\"releases\":[]}").totals).isEqualTo(new FeedTotals(0, 0, 0));
    }

    @Test
    void readsARecordWithEmbeddedReleasesAsOneTender() {
        Collected read = inOrder("{\"records\":[{\"ocid\":\"a\",\"releases\":[" + release("a") + ","
                + release("a").replace("2024-01-02", "2024-03-01").replace("\"title\":\"a\"", "\"title\":\"newer\"")
                + "]},{\"ocid\":\"a\",\"releases\":[" + release("a") + "]}]}");

        assertThat(read.tenders)
                .extracting(tender -> tender.title().orElseThrow())
                .containsExactly("newer", "a");
        assertThat(read.positions()).containsExactly("records[0].releases[1]", "records[1].releases[0]");
        assertThat(read.totals).isEqualTo(new FeedTotals(3, 2, 0));
    }

    @Test
    void takesTheCompiledReleaseWhereReleasesAreOnlyLinked() {
        Collected read = inOrder("{\"records\":[{\"ocid\":\"a\",\"releases\":[" + LINKED + "],\"compiledRelease\":"
                + release("a") + "},{\"ocid\":\"b\",\"releases\":[" + LINKED + "]}]}");

        assertThat(read.positions()).containsExactly("records[0].compiledRelease");
        assertThat(read.rejectLines())
                .containsExactly(
                        "in, records[1], b: a record with 1 linked release that can't be read, and no compiled release");
    }

    @Test
    void readsABareRecord() {
        Collected read = inOrder("{\"ocid\":\"a\",\"releases\":[" + release("a") + "]}");

        assertThat(read.positions()).containsExactly("releases[0]");
    }

    @Test
    void readsArraysOfAnything() {
        Collected read = inOrder("[" + release("a") + ",{\"releases\":[" + release("b") + "]},[" + release("c") + "]]");

        assertThat(read.ocids()).containsExactly("a", "b", "c");
        assertThat(read.positions()).containsExactly("[0]", "[1].releases[0]", "[2][0]");
    }

    @Test
    void readsWhatIsWrapped() {
        assertThat(inOrder("{\"_comment\":\"c\",\"release\":" + release("a") + "}")
                        .positions())
                .containsExactly("release");
        assertThat(inOrder("{\"status\":1,\"result\":{\"page\":{\"releases\":[" + release("a") + "]}}}")
                        .positions())
                .containsExactly("result.page.releases[0]");
        assertThat(inOrder("{\"results\":[" + release("a") + "," + release("b") + "]}")
                        .positions())
                .containsExactly("results[0]", "results[1]");
    }

    @Test
    void readsJsonLines() {
        Collected read = inOrder(release("a") + "\n\r\n{\"releases\":[" + release("b") + "]}\n" + release("c"));

        assertThat(read.ocids()).containsExactly("a", "b", "c");
        assertThat(read.positions()).containsExactly("line 1", "line 3, releases[0]", "line 4");
    }

    @Test
    void readsDocumentsOneAfterTheOther() {
        String pretty = release("a").replace(",", ",\n  ");
        Collected read = inOrder(pretty + pretty.replace("\"a\"", "\"b\"") + "\n" + release("c"));

        assertThat(read.ocids()).containsExactly("a", "b", "c");
        assertThat(read.positions().get(2)).isEqualTo("line 12");
    }

    @Test
    void mergesReleasesOfOneOcidThatFollowEachOther() {
        String newer = release("a").replace("2024-01-02", "2024-01-03").replace("\"title\":\"a\"", "\"title\":\"new\"");
        Collected read = inOrder(newer + "\n" + release("a") + "\n" + release("b") + "\n" + release("a") + "\n");

        assertThat(read.ocids()).containsExactly("a", "b", "a");
        assertThat(read.tenders.get(0).title()).contains("new");
        assertThat(read.tenders.get(0).source().position()).isEqualTo("line 1");
        assertThat(read.totals).isEqualTo(new FeedTotals(4, 3, 0));
    }

    @Test
    void readsRowsOfThePortalsSearch() {
        Collected read = inOrder(
                "{\"draw\":1,\"data\":[{\"id\":5,\"tender_No\":\"n\",\"organ_of_State\":\"o\",\"description\":\"d\","
                        + "\"date_Published\":\"2025-09-18T00:00:00\"}]}");

        assertThat(read.ocids()).containsExactly("etenders-5");
        assertThat(read.positions()).containsExactly("data[0]");
    }

    @Test
    void readsThePortalsCsvWithColumnsInAnyOrder() {
        String csv = "Tender ID,Tender Number,Tender Description,Advertised\n1,n,\"two\nlines\",18/09/2025\n"
                + "2,n,short\n3,n,d,18/09/2025\n";
        Collected read = inOrder("\ufeff" + csv);

        assertThat(read.ocids()).containsExactly("etenders-1", "etenders-3");
        assertThat(read.positions()).containsExactly("row 1", "row 3");
        assertThat(read.rejectLines()).containsExactly("in, row 2: 3 columns instead of 4");
        assertThat(read.totals).isEqualTo(new FeedTotals(3, 2, 1));
    }

    @Test
    void readsGzipWhateverItsName() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(release("a").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(inOrder(packed.toByteArray()).ocids()).containsExactly("a");
    }

    @Test
    void readsOtherEncodingsAndSaysSo() {
        String text = "[" + release("a").replace("\"title\":\"a\"", "\"title\":\"Água €\"") + "," + release("b") + "]";
        for (Charset charset :
                List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            Collected read = inOrder(text.getBytes(charset));

            assertThat(read.tenders.get(0).title()).as("%s", charset).contains("Água €");
            assertThat(read.tenders)
                    .allSatisfy(tender -> assertThat(tender.warnings())
                            .extracting(warning -> warning.code())
                            .containsExactly(WarningCode.NOT_UTF8));
        }
        assertThat(inOrder("\ufeff" + text).tenders.get(0).warnings()).isEmpty();
    }

    @Test
    void keepsNumbersAsPublished() {
        String text =
                release("a").replace("\"id\":\"t\"", "\"value\":{\"amount\":2875.0,\"b\":1234567890123456789012345}");

        assertThat(inOrder(text).tenders.get(0).raw()).isEqualTo(text);
    }
}
