package io.tenderhub.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoTimeoutException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries again what failed quickly, such as by a lost connection: three times in all, with growing and random pauses. What
 * failed after a long wait (for a server, for an answer) is not waited for again. Everything that the adapter does may be
 * done twice: reads, guarded writes, inserts of what has an id, deletes.
 *
 * <p>The driver itself tries some of it a second time at once; but deletes of many documents and, on a server without a
 * replica set, writes it does not.
 */
final class QuickRetries {
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final Retry retry;
    private final Predicate<MongoException> momentary;

    /** @param momentary whether the server may answer the next time */
    QuickRetries(Predicate<MongoException> momentary) {
        this.momentary = momentary;
        this.retry = Retry.of(
                "mongo",
                RetryConfig.custom()
                        .maxAttempts(3)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2.0, 0.5))
                        .retryExceptions(QuickFailure.class)
                        .build());
    }

    <T> T call(Supplier<T> command) {
        try {
            return retry.executeSupplier(() -> tell(command));
        } catch (QuickFailure e) {
            throw e.failure;
        }
    }

    private <T> T tell(Supplier<T> command) {
        long begun = System.nanoTime();
        try {
            return command.get();
        } catch (MongoTimeoutException | MongoInterruptedException e) {
            throw e;
        } catch (MongoException e) {
            if (momentary.test(e) && System.nanoTime() - begun < QUICK.toNanos()) {
                throw new QuickFailure(e);
            }
            throw e;
        }
    }

    /** Carries a failure to the retry; never leaves this class. */
    private static final class QuickFailure extends RuntimeException {
        private final transient MongoException failure;

        QuickFailure(MongoException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }
}
