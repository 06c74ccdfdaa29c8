package io.tenderhub.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** An answer that may be some seconds old, so that who asks often costs little; also that there was none is remembered so long. */
final class RecentAnswer<T> {
    private final SharedAnswer<T> source;
    private final Duration age;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private @Nullable Known<T> known;

    RecentAnswer(SharedAnswer<T> source, Duration age, Duration patience, LongSupplier nanoTime) {
        this.source = source;
        this.age = age;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    private record Known<T>(Optional<T> answer, long since) {}

    synchronized Optional<T> get() {
        long now = nanoTime.getAsLong();
        if (known == null || now - known.since >= age.toNanos()) {
            known = new Known<>(source.within(patience), now);
        }
        return known.answer;
    }
}
