package io.tenderhub.campaign;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.UnavailableException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at tenders all the time, so that the caches are full of answers that must not outlive the next change. */
final class Reading implements Runnable {
    private final TenderHub hub;
    private final int tenders;
    private final Random random;
    private final Tally tally;
    private final CountDownLatch ended = new CountDownLatch(1);

    Reading(TenderHub hub, int tenders, Random random, Tally tally) {
        this.hub = hub;
        this.tenders = tenders;
        this.random = random;
        this.tally = tally;
    }

    void end() {
        ended.countDown();
    }

    @Override
    public void run() {
        try {
            while (!ended.await(5, TimeUnit.MILLISECONDS)) {
                hub.lookup().find("ocds-campaign-" + random.nextInt(tenders), Optional.of(Feeding.TEAM));
                tally.reads.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UnavailableException e) {
            throw new IllegalStateException("a read of the truth failed, and PostgreSQL was never away", e);
        }
    }
}
