package io.tenderhub.campaign;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.embedded.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One campaign: changes and harm at the same time, then quiet, then the look at what is there. */
final class Campaign {
    private static final int CHANGES_OF_A_TENDER = 6;
    private static final int LARGEST_BURST = 120;
    private static final int PROFILE_CHANGES = 5;

    private final Plan plan;
    private final Grounds grounds;
    private final WorkerProgram program;
    private final int tenders;
    private final Changes changes;
    private final Random random;
    private final Tally tally = new Tally();

    Campaign(Plan plan, Grounds grounds, WorkerProgram program) {
        this.plan = plan;
        this.grounds = grounds;
        this.program = program;
        this.tenders = Math.max(1, plan.changes() / CHANGES_OF_A_TENDER);
        this.changes = new Changes(new Random(plan.seed()), tenders);
        this.random = new Random(plan.seed() + 1);
    }

    Report run() throws IOException, SQLException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (TenderHub hub = grounds.hub();
                PlainSql otherProgram = new PlainSql(grounds.stores().postgresUrl(), tally);
                OutboxRows outbox = new OutboxRows(grounds.stores().postgresUrl())) {
            List<WorkerSlot> slots = IntStream.rangeClosed(1, plan.workers())
                    .mapToObj(n -> new WorkerSlot(
                            "worker-" + n, program, outbox, grounds.lease(), new Random(plan.seed() + 10 + n), tally))
                    .toList();
            List<Outages> outages = List.of(
                    new Outages(grounds, Store.MONGO, new Random(plan.seed() + 2), tally.mongoOutages),
                    new Outages(grounds, Store.REDIS, new Random(plan.seed() + 3), tally.redisOutages));
            Reading reading = new Reading(hub, tenders, new Random(plan.seed() + 4), tally);
            List<Future<?>> running = new ArrayList<>();
            slots.forEach(slot -> running.add(threads.submit(slot)));
            try {
                List<Future<?>> passing = new ArrayList<>();
                outages.forEach(outage -> passing.add(threads.submit(outage)));
                passing.add(threads.submit(reading));
                Duration fed = feed(new Feeding(hub, tally), otherProgram);
                outages.forEach(Outages::calmDown);
                slots.forEach(WorkerSlot::calmDown);
                reading.end();
                join(passing);
                Duration drained = outbox.awaitQuiet(plan.patience());
                OutboxRows.State state = outbox.state();
                List<Difference> differences = Verification.of(grounds, hub, changes.expected(), tally.events(), state);
                return new Report(plan, tenders, tally, state, fed, drained, differences);
            } finally {
                outages.forEach(Outages::calmDown);
                reading.end();
                slots.forEach(WorkerSlot::end);
                join(running);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** In bursts, so that the workers have more than they can do at once, and then nothing. */
    private Duration feed(Feeding feeding, PlainSql otherProgram) throws InterruptedException, SQLException {
        long begin = System.nanoTime();
        feeding.profile(0);
        int profiles = 0;
        int fed = 0;
        while (fed < plan.changes()) {
            int burst = Math.min(plan.changes() - fed, 1 + random.nextInt(LARGEST_BURST));
            List<Release> newer = changes.next(burst);
            feeding.feed(newer, random.nextBoolean() ? List.of(changes.outdated()) : List.of());
            fed += newer.size();
            for (int rewrites = random.nextInt(LARGEST_BURST / 10); rewrites > 0; rewrites--) {
                otherProgram.write(changes.rewrite());
            }
            if (fed * (long) PROFILE_CHANGES / plan.changes() > profiles) {
                feeding.profile(++profiles);
            }
            long due = begin + plan.span().toNanos() * fed / plan.changes();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Read by a hub that has met no outage yet, so that it asks the caches. */
    private List<Difference> verify(OutboxRows.State state) throws SQLException {
        try (TenderHub fresh = grounds.hub()) {
            return Verification.of(grounds, fresh, changes.expected(), tally.events(), state);
        }
    }

    private static void join(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> each : running) {
            each.get();
        }
    }
}
