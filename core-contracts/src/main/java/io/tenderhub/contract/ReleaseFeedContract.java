package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReleaseFeed} with its {@link ReleaseCompiler} keeps. The inputs are OCDS, as any feed must read it. */
public abstract class ReleaseFeedContract {
    private static final String A1 =
            release("ocds-a", "2026-01-01T00:00:00Z", "\"title\":\"First\",\"status\":\"active\"");
    private static final String A2 = release("ocds-a", "2026-01-02T00:00:00Z", "\"title\":\"Second\"");
    private static final String B1 = release("ocds-b", "2026-01-01T00:00:00Z", "\"title\":\"Other\"");

    protected abstract ReleaseFeed feed();

    protected abstract ReleaseCompiler compiler();

    @Test
    void handsOnTendersInInputOrderAndMergesNeighbours() {
        Collected collected = new Collected();

        FeedTotals totals = feed().readInOrder(List.of(lines("one", B1, A1, A2), lines("two", A1)), collected);

        assertThat(collected.tenders).extracting(Tender::ocid).containsExactly("ocds-b", "ocds-a");
        assertThat(collected.tenders.get(1).title()).contains("Second");
        assertThat(collected.tenders.get(1).status()).isPresent();
        assertThat(totals).isEqualTo(new FeedTotals(4, 2, 0));
    }

    @Test
    void mergesAllReleasesOfAnOcidWhereverTheyAre() {
        Collected collected = new Collected();

        FeedTotals totals = feed().readMerged(List.of(lines("one", A2, B1), lines("two", A1)), collected);

        assertThat(collected.tenders).extracting(Tender::ocid).containsExactly("ocds-a", "ocds-b");
        assertThat(collected.tenders.get(0).title()).contains("Second");
        assertThat(collected.tenders.get(0).status()).isPresent();
        assertThat(totals).isEqualTo(new FeedTotals(3, 2, 0));
    }

    @Test
    void rejectsWhatItCannotReadAndGoesOn() {
        Collected collected = new Collected();

        FeedTotals totals = feed().readInOrder(
                        List.of(
                                lines("one", A1, "{broken", B1),
                                new FeedInput.Files(Path.of("nowhere.json")),
                                lines("two", "")),
                        collected);

        assertThat(collected.tenders).hasSize(2);
        assertThat(collected.rejects).extracting(Reject::source).containsExactly("one", "nowhere.json", "two");
        assertThat(collected.rejects.get(0).position()).contains("2");
        assertThat(collected.rejects)
                .allSatisfy(reject -> assertThat(reject.reason()).isNotBlank().doesNotContain("\n"));
        assertThat(totals.rejected()).isEqualTo(3);
        assertThat(totals.records()).isEqualTo(5);
    }

    @Test
    void passesOnWhatTheSinkThrows() {
        assertThatThrownBy(() -> feed().readInOrder(List.of(lines("one", A1)), new FeedSink() {
                    @Override
                    public void tender(Tender tender) {
                        throw new IllegalStateException("full");
                    }

                    @Override
                    public void reject(Reject reject) {
                        throw new AssertionError(reject.toString());
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void compilesReleasesOrderedByOcid() {
        List<String> compiled = new ArrayList<>();

        FeedTotals totals = compiler().compile(List.of(lines("one", B1, A2, A1)), new ReleaseCompiler.CompiledSink() {
            @Override
            public void compiledRelease(String ocid, byte[] json) {
                compiled.add(ocid + " " + new String(json, StandardCharsets.UTF_8));
            }

            @Override
            public void reject(Reject reject) {
                throw new AssertionError(reject.toString());
            }
        });

        assertThat(compiled).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
        assertThat(compiled.get(0)).startsWith("ocds-a {").contains("\"compiled\"", "Second", "active");
        assertThat(compiled.get(1)).startsWith("ocds-b {");
        assertThat(totals).isEqualTo(new FeedTotals(3, 2, 0));
    }

    private static FeedInput lines(String name, String... lines) {
        byte[] bytes = String.join("\n", Arrays.asList(lines)).getBytes(StandardCharsets.UTF_8);
        return new FeedInput.Stream(name, new ByteArrayInputStream(bytes));
    }

    private static String release(String ocid, String date, String tender) {
        return "{\"ocid\":\"%s\",\"id\":\"1\",\"date\":\"%s\",\"tag\":[\"tender\"],\"tender\":{\"id\":\"1\",%s}}"
                .formatted(ocid, date, tender);
    }

    private static final class Collected implements FeedSink {
        private final List<Tender> tenders = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();

        @Override
        public void tender(Tender tender) {
            tenders.add(tender);
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }
    }
}
