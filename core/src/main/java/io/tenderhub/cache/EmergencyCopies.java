package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Reads through a cache, and answers what was known last while the truth is away. For public answers alone: whether somebody may
 * see a team's answer nobody can tell without the truth.
 *
 * <p>Who finds the truth away may have waited for it. So for a while after that, readers get the copy without asking again; one of
 * them in each while finds out whether the truth is back.
 */
public final class EmergencyCopies {
    /** How long answers may still be copies after the truth has come back. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    private final KeepingCache cache;
    private final Clock clock;
    private final AtomicReference<Instant> askAgain = new AtomicReference<>(Instant.MIN);

    public EmergencyCopies(KeepingCache cache, Clock clock) {
        this.cache = requireNonNull(cache);
        this.clock = requireNonNull(clock);
    }

    /**
     * The cached answer or the loader's; if the loader finds the truth away, the last known one.
     *
     * @param key of a public answer, whose region has a second level
     * @param loader asks the truth
     * @throws UnavailableException if the truth is away and there is no copy
     * @throws IllegalArgumentException if the answer belongs to a team
     */
    public <V> Optional<Answer<V>> get(CacheKey<V> key, Supplier<Optional<V>> loader) {
        Answer<CacheRead<V>> answer = read(key, loader);
        return answer.value().value().map(value -> answer.map(read -> value));
    }

    /** As {@link #get}, telling also whether the answer was cached; a last known one was. */
    public <V> Answer<CacheRead<V>> read(CacheKey<V> key, Supplier<Optional<V>> loader) {
        if (key.owner().isPresent()) {
            throw new IllegalArgumentException("there are no emergency copies of what belongs to a team");
        }
        try {
            return Answer.fresh(cache.read(key, () -> load(key, loader)));
        } catch (CopyInstead instead) {
            return known(instead.of(key));
        } catch (UnavailableException truthIsAway) {
            askAgain.set(clock.instant().plus(PAUSE));
            return known(cache.lastKnown(key)
                    .map(kept -> Answer.stale(kept.value(), kept.asOf()))
                    .orElseThrow(() -> truthIsAway));
        }
    }

    private static <V> Answer<CacheRead<V>> known(Answer<V> copy) {
        return copy.map(value -> CacheRead.held(Optional.of(value)));
    }

    private <V> Optional<V> load(CacheKey<V> key, Supplier<Optional<V>> loader) {
        if (isLeftAlone()) {
            Optional<Kept<V>> kept = cache.lastKnown(key);
            if (kept.isPresent()) {
                throw new CopyInstead(kept.get());
            }
        }
        Optional<V> loaded = loader.get();
        askAgain.set(Instant.MIN);
        return loaded;
    }

    /** Of those who come after a pause one is let through, and the others go on with copies until he knows. */
    private boolean isLeftAlone() {
        Instant until = askAgain.get();
        if (until.equals(Instant.MIN)) {
            return false;
        }
        Instant now = clock.instant();
        return now.isBefore(until) || !askAgain.compareAndSet(until, now.plus(PAUSE));
    }

    /** Leaves the load, so that the copy is not taken for an answer; those who share the load get it, too. */
    private static final class CopyInstead extends RuntimeException {
        private final transient Kept<?> kept;

        CopyInstead(Kept<?> kept) {
            super(null, null, false, false);
            this.kept = kept;
        }

        <V> Answer<V> of(CacheKey<V> key) {
            return Answer.stale(key.region().type().cast(kept.value()), kept.asOf());
        }
    }
}
