package io.tenderhub.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.readiness.RecalculateTeam;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.StoredTender;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The measuring process: the recalculation of a team as the product does it, and one tender after the other. */
final class Recalculation {
    static final TeamId TEAM = new TeamId("acme");
    static final CompanyProfile PROFILE = CompanyProfile.builder()
            .name("Example Builders")
            .services(List.of("building construction", "sanitation"))
            .cidb(List.of(new CidbGrading(new CidbGrade(CidbClass.GB, 5), false)))
            .coverage(new Coverage(false, Set.of("Gauteng")))
            .build();

    private final Workbench workbench = new Workbench();
    private final PostgresAdapter postgres;
    private final MongoAdapter mongo;

    private Recalculation(PostgresAdapter postgres, MongoAdapter mongo) {
        this.postgres = postgres;
        this.mongo = mongo;
    }

    public static void main(String[] arguments) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(arguments[0]);
        pool.setMaximumPoolSize(4);
        ConnectionString mongoUrl = new ConnectionString(arguments[1]);
        int sample = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (HikariDataSource database = new HikariDataSource(pool);
                MongoClient client = MongoClients.create(mongoUrl);
                MongoAdapter mongo =
                        MongoAdapter.builder(client.getDatabase("tenderhub")).build()) {
            new Recalculation(PostgresAdapter.builder(database).build(), mongo).measure(sample, rounds);
        }
    }

    private void measure(int sample, int rounds) {
        long tenders = postgres.tenderCatalog().count();
        List<String> ocids = new ArrayList<>();
        postgres.tenderCatalog().forEach(stored -> {
            if (ocids.size() < sample) {
                ocids.add(stored.tender().ocid());
            }
        });
        List<Double> bulk = new ArrayList<>();
        List<Double> single = new ArrayList<>();
        System.out.printf(
                "%,d tenders, one team, heap of %,d MB; microseconds a tender%n",
                tenders, Runtime.getRuntime().maxMemory() / 1_000_000);
        System.out.printf("%-10s %16s %16s%n", "round", "RecalculateTeam", "one by one");
        for (int round = 0; round <= rounds; round++) {
            double all = microseconds(this::recalculate) / tenders;
            double each = microseconds(() -> oneByOne(ocids)) / ocids.size();
            System.out.printf("%-10s %,16.1f %,16.1f%n", round == 0 ? "warm-up" : round, all, each);
            if (round > 0) {
                bulk.add(all);
                single.add(each);
            }
        }
        double all = Medians.of(bulk);
        double each = Medians.of(single);
        System.out.printf("%-10s %,16.1f %,16.1f   ratio %.1f%n", "median", all, each, each / all);
        System.out.printf(
                "all of them: %,.1f s, and one by one %,.1f s (reckoned from %,d)%n",
                all * tenders / 1e6, each * tenders / 1e6, ocids.size());
        System.out.printf("most memory in use: %,d MB%n", mostMemory() / 1_000_000);
    }

    private void recalculate() {
        new RecalculateTeam(
                        postgres.tenderCatalog(),
                        postgres.profileCatalog(),
                        mongo.scores(),
                        postgres.workspaceFollowers(),
                        workbench.requirements(),
                        workbench.policies().defaultChoice(),
                        Clock.systemUTC())
                .handle(List.of(new RaisedEvent(
                        1,
                        new DomainEvent(EventType.COMPANY_UPDATED, TEAM.value(), Optional.of(TEAM), Map.of()),
                        Instant.now())));
    }

    /** One read and one update for each, with the same scorer and the same guard. */
    private void oneByOne(List<String> ocids) {
        ReadinessScorer scorer =
                new ReadinessScorer(PROFILE, workbench.policies().defaultChoice());
        TeamScores scores = mongo.scores().forTeam(TEAM);
        BidSituation now = new BidSituation(Instant.now(), false);
        for (String ocid : ocids) {
            StoredTender stored = postgres.tenderCatalog().find(ocid).orElseThrow();
            scores.saveAll(List.of(new StoredScore(
                    scorer.score(stored.tender(), workbench.requirements().find(stored.tender()), now),
                    stored.version(),
                    1)));
        }
    }

    private static double microseconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e3;
    }

    private static long mostMemory() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
