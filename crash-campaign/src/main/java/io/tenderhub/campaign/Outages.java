package io.tenderhub.campaign;

import io.tenderhub.embedded.Store;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes one store away and brings it back, again and again. */
final class Outages implements Runnable {
    private final Grounds grounds;
    private final Store store;
    private final Random random;
    private final AtomicLong count;
    private final CountDownLatch calm = new CountDownLatch(1);

    Outages(Grounds grounds, Store store, Random random, AtomicLong count) {
        this.grounds = grounds;
        this.store = store;
        this.random = random;
        this.count = count;
    }

    /** The store comes back, if it is away, and stays. */
    void calmDown() {
        calm.countDown();
    }

    @Override
    public void run() {
        try {
            while (!calm.await(8_000 + random.nextInt(12_000), TimeUnit.MILLISECONDS)) {
                grounds.stop(store);
                try {
                    count.incrementAndGet();
                    calm.await(300 + random.nextInt(3_700), TimeUnit.MILLISECONDS);
                } finally {
                    grounds.start(store);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
