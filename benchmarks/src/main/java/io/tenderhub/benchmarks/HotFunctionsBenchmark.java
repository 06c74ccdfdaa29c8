package io.tenderhub.benchmarks;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
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
    private static final int TENDERS = 256;

    private final Workbench workbench = new Workbench();
    private final byte[][] lines = new byte[TENDERS][];
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
        TenderLines generated = new TenderLines(1);
        for (int i = 0; i < TENDERS; i++) {
            lines[i] = generated.line(i).getBytes(StandardCharsets.UTF_8);
            tenders[i] = workbench.tenderOf("line", lines[i]);
            requirements[i] = workbench.requirements().find(tenders[i]);
        }
    }

    @Benchmark
    public Tender parseAndMap() {
        return workbench.tenderOf("line", lines[index()]);
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
