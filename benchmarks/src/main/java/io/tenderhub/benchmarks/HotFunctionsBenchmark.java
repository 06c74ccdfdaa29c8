package io.tenderhub.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.feeds.merge.Merge;
import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.TenderDetail;
import io.tenderhub.ingestion.TenderStream;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One tender after the other through each of the functions that batch work is made of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotFunctionsBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TENDERS = 256;
    private static final int LINES = 8 * TENDERS;
    private static final int RELEASES = 3;

    private final Workbench workbench = new Workbench();
    private final TenderStream stream = new TenderStream(workbench.feed(), 1);
    private final ReleaseMerger merger = new ReleaseMerger();
    private final ObjectNode[][] histories = new ObjectNode[TENDERS][RELEASES];
    private final byte[] file;
    private final Tender[] tenders = new Tender[TENDERS];
    private final Requirements[] requirements = new Requirements[TENDERS];
    private final ReadinessScorer scorer = new ReadinessScorer(
            CompanyProfile.builder()
                    .name("Example Builders")
                    .services(List.of("building construction", "sanitation"))
                    .cidb(List.of(new CidbGrading(new CidbGrade(CidbClass.GB, 5), false)))
                    .coverage(new Coverage(false, Set.of("Gauteng")))
                    .build(),
            workbench.policies().defaultChoice());
    private final BidSituation situation = new BidSituation(Instant.parse("2026-02-01T00:00:00Z"), false);
    private int next;

    public HotFunctionsBenchmark() {
        ReleaseLines releases = WholeReleases.single(1);
        ReleaseLines scattered = WholeReleases.histories(1, RELEASES, (long) TENDERS * RELEASES);
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 0; i < TENDERS; i++) {
            tenders[i] = workbench.tenderOf("line", releases.line(i).getBytes(StandardCharsets.UTF_8));
            requirements[i] = workbench.requirements().find(tenders[i]);
        }
        for (int i = 0; i < TENDERS * RELEASES; i++) {
            all.add(tree(scattered.line(i)));
        }
        all.sort(Comparator.comparing((ObjectNode release) -> release.path("id").asText()));
        for (int i = 0; i < all.size(); i++) {
            histories[i / RELEASES][i % RELEASES] = all.get(i);
        }
        file = LongStream.range(0, LINES)
                .mapToObj(releases::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As much of a tender as scoring looks at, by one thread; the figure is for one tender. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public long parseForScoring() {
        return parse(TenderDetail.WHAT_IS_SCORED);
    }

    /** The whole tender. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public long parseEverything() {
        return parse(TenderDetail.EVERYTHING);
    }

    private long parse(TenderDetail detail) {
        FeedInput input = new FeedInput.Stream("lines", new ByteArrayInputStream(file));
        return stream.mapInOrder(List.of(input), detail, tender -> tender, tender -> {}, reject -> {})
                .tenders();
    }

    /** Three releases of one ocid, from trees to a tree. */
    @Benchmark
    public ObjectNode merge() {
        Merge merge = merger.start();
        for (ObjectNode release : histories[index()]) {
            merge.add(release);
        }
        return merge.compiled();
    }

    @Benchmark
    public Requirements findRequirements() {
        return workbench.requirements().find(tenders[index()]);
    }

    @Benchmark
    public ReadinessScore score() {
        int i = index();
        return scorer.score(tenders[i], requirements[i], situation);
    }

    @Benchmark
    public TenderSummary summarize() {
        return workbench.summarize(tenders[index()]);
    }

    private int index() {
        next = (next + 1) % TENDERS;
        return next;
    }
}
