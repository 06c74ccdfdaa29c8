package io.tenderhub.http.endpoint;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many do something at the same time. Some more wait for a moment, each with a thread; who comes then is not let in. */
final class Turns {
    private final Semaphore places;
    private final Semaphore entrance;
    private final long patienceMillis;

    Turns(int atOnce, int waiting, long patienceMillis) {
        this.places = new Semaphore(atOnce, true);
        this.entrance = new Semaphore(atOnce + waiting);
        this.patienceMillis = patienceMillis;
    }

    /** If it lets in, {@link #leave} must follow. */
    boolean enter() {
        if (!entrance.tryAcquire()) {
            return false;
        }
        boolean entered = false;
        try {
            entered = places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!entered) {
                entrance.release();
            }
        }
        return entered;
    }

    void leave() {
        places.release();
        entrance.release();
    }
}
