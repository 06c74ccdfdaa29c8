package io.tenderhub.trials;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Puts a crowd on a hub while its stores are frozen, one after the other and then all; and looks what is left of it. */
final class LoadTrial {
    private final Grounds grounds;
    private final int connections;
    private final Duration time;
    private final int longestThought;
    private final long seed;

    LoadTrial(Grounds grounds, int connections, Duration time, int longestThought, long seed) {
        this.grounds = grounds;
        this.connections = connections;
        this.time = time;
        this.longestThought = longestThought;
        this.seed = seed;
    }

    /**
     * @param before and after the load, at rest
     * @param during while stores freeze
     * @param afterwards what a smaller crowd was answered when all stores were back
     */
    record Result(Footprint before, Footprint after, LoadCounts during, LoadCounts afterwards) {
        @Override
        public String toString() {
            return "before:     " + before + "\nafter:      " + after + "\n\nwhile stores froze:\n" + during
                    + "\nafterwards:\n" + afterwards;
        }
    }

    Result run() throws IOException, InterruptedException, SQLException {
        Wire wire = new Wire(grounds.service());
        Description description = Description.read(wire);
        // A first, shorter round of the same fills the pools up to where they may grow: what grows after it is a leak.
        crowd(description, connections, time.dividedBy(3), grounds.frozen());
        settle(wire);
        Footprint before = Footprint.of(grounds);
        LoadCounts during = crowd(description, connections, time, grounds.frozen());
        settle(wire);
        LoadCounts afterwards = crowd(
                description,
                Math.max(8, connections / 5),
                Duration.ofSeconds(Math.max(2, time.toSeconds() / 6)),
                List.of());
        settle(wire);
        return new Result(before, Footprint.of(grounds), during, afterwards);
    }

    private LoadCounts crowd(Description description, int size, Duration span, List<Frozen> stores)
            throws IOException, InterruptedException {
        Crowd crowd = new Crowd(grounds.service(), description, grounds.seeding(), size, longestThought, seed);
        Thread thread = new Thread(crowd, "crowd");
        thread.start();
        long end = System.nanoTime() + span.toNanos();
        // A tenth calm, then each store away for an eighth of the time, then all of them.
        long away = span.toMillis() / 8;
        pause(span.toMillis() / 10);
        for (Frozen store : stores) {
            without(List.of(store), away);
            pause(away / 2);
        }
        if (!stores.isEmpty()) {
            without(stores, away);
        }
        pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        crowd.goHome();
        thread.join();
        return crowd.counts();
    }

    private static void without(List<Frozen> stores, long millis) throws IOException, InterruptedException {
        try {
            for (Frozen store : stores) {
                store.freeze();
            }
            pause(millis);
        } finally {
            for (Frozen store : stores) {
                store.thaw();
            }
        }
    }

    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    /** Until the hub is healthy, and then as long as it needs to notice that connections were closed, streams by their next sign of life. */
    private static void settle(Wire wire) throws IOException, InterruptedException {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Map<String, Integer> seen = new TreeMap<>();
        while (true) {
            Heard heard = wire.send(Call.of("GET", "/health/ready"));
            String status =
                    Description.JSON.readTree(heard.body()).path("status").asText();
            seen.merge(status, 1, Integer::sum);
            if (status.equals("healthy")) {
                break;
            }
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("the hub does not become healthy again: " + seen);
            }
            pause(200);
        }
        pause(5_000);
    }
}
