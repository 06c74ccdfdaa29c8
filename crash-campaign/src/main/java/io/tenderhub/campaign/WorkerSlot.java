package io.tenderhub.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps one worker running, and kills or freezes it at random moments for as long as that is wanted. */
final class WorkerSlot implements Runnable {
    private static final double KILL_RATHER_THAN_FREEZE = 0.6;
    private static final Duration UNTIL_HELD = Duration.ofSeconds(2);
    private static final int LOOK_EVERY_MILLIS = 3;

    private final String name;
    private final WorkerProgram program;
    private final OutboxRows outbox;
    private final Duration lease;
    private final Random random;
    private final Tally tally;
    private final CountDownLatch calm = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    WorkerSlot(String name, WorkerProgram program, OutboxRows outbox, Duration lease, Random random, Tally tally) {
        this.name = name;
        this.program = program;
        this.outbox = outbox;
        this.lease = lease;
        this.random = random;
        this.tally = tally;
    }

    /** From now on the worker is only started again where it ends. */
    void calmDown() {
        calm.countDown();
    }

    void end() {
        calm.countDown();
        ended.countDown();
    }

    @Override
    public void run() {
        try {
            while (ended.getCount() > 0) {
                try (WorkerProcess worker = program.start(name)) {
                    live(worker);
                }
                ended.await(random.nextInt(500), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("no worker could be started", e);
        }
    }

    /** Until it is dead, or all is over. */
    private void live(WorkerProcess worker) throws IOException, InterruptedException {
        while (!calm.await(1_500 + random.nextInt(4_000), TimeUnit.MILLISECONDS) && worker.isAlive()) {
            awaitWork();
            if (random.nextDouble() < KILL_RATHER_THAN_FREEZE) {
                worker.kill();
                tally.kills.incrementAndGet();
                return;
            }
            freeze(worker);
        }
        while (worker.isAlive() && !ended.await(100, TimeUnit.MILLISECONDS)) {
            // Nothing but looking whether it still runs.
        }
        if (ended.getCount() > 0) {
            tally.endedByThemselves.incrementAndGet();
        }
    }

    /** Long enough for its leases to run out and for others to do its work. */
    private void freeze(WorkerProcess worker) throws IOException, InterruptedException {
        worker.freeze();
        try {
            tally.freezes.incrementAndGet();
            calm.await((long) (lease.toMillis() * (1.2 + random.nextDouble())), TimeUnit.MILLISECONDS);
        } finally {
            worker.thaw();
        }
    }

    /** Until some worker has events in its hands, so that the harm is done in the midst of work. */
    private void awaitWork() throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_HELD.toNanos();
        while (outbox.held() == 0 && System.nanoTime() < deadline) {
            if (calm.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
