package io.tenderhub.redis;

import io.tenderhub.redis.LoadClaims.Claim;
import io.tenderhub.redis.RedisStore.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one reader comes by an answer that Redis does not hold: from the second level, from another node that loads it just now,
 * or from the loader. For one thread, once.
 */
final class Miss<V> {
    /** Then a reader loads by itself, whoever else does. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final Levels levels;
    private final Place<V> place;
    private final Supplier<Optional<V>> loader;

    /** Always read before a load begins: what is loaded then is valid under them. */
    private String generations;

    private Optional<byte[]> fromBelow = Optional.empty();
    private boolean copyBelow;
    private Instant begun = Instant.EPOCH;
    private @Nullable Claim claim;
    private boolean redisIsThere = true;
    private boolean loadedHere;
    private Optional<Kept> kept = Optional.empty();

    /**
     * What Redis has now.
     *
     * @param expires by {@link System#nanoTime}
     */
    record Kept(byte[] answer, String generations, long expires) {}

    Miss(Levels levels, Place<V> place, String generations, Supplier<Optional<V>> loader) {
        this.levels = levels;
        this.place = place;
        this.generations = generations;
        this.loader = loader;
    }

    /** If it gives an answer, {@link #keep} must follow. */
    Optional<V> load() {
        Optional<byte[]> stored = levels.below().find(place).map(LevelBelow.Copy::answer);
        copyBelow = stored.isPresent();
        Optional<Known<V>> known = read(stored);
        if (known.isPresent()) {
            fromBelow = stored;
            return known.get().value();
        }
        Optional<Known<V>> fromAnotherNode = claimOrAwait();
        return fromAnotherNode.isPresent() ? fromAnotherNode.get().value() : loadHere();
    }

    private Optional<Known<V>> read(Optional<byte[]> stored) {
        return levels.form().read(stored, generations, place.region().type());
    }

    /** The answer of another node, if one loads it just now; else the caller is to load, with a claim if there is one. */
    private Optional<Known<V>> claimOrAwait() {
        long begun = System.nanoTime();
        long pauseMillis = FIRST_PAUSE_MILLIS;
        while (true) {
            Claim request = levels.claims().on(place.key(), generations);
            Optional<Found> found = levels.store().find(place.key(), place.generationKeys(), request::send);
            if (found.isEmpty()) {
                redisIsThere = false;
                return Optional.empty();
            }
            boolean invalidated = !found.get().generations().equals(generations);
            generations = found.get().generations();
            Optional<Known<V>> known = read(found.get().answer());
            if (request.isGranted()) {
                if (known.isEmpty() && !invalidated) {
                    claim = request;
                    return Optional.empty();
                }
                request.release();
            }
            if (known.isPresent() || System.nanoTime() - begun > LONGEST_WAIT.toNanos()) {
                return known;
            }
            // Whoever loads under the old generations is not waited for: the next claim is on the new ones.
            if (!invalidated && !pause(pauseMillis)) {
                return Optional.empty();
            }
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 3 / 2);
        }
    }

    private static boolean pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            // The loader decides what an interrupt means.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<V> loadHere() {
        try {
            begun = levels.clock().instant();
            Optional<V> loaded = loader.get();
            loadedHere = true;
            return loaded;
        } finally {
            if (!loadedHere) {
                releaseClaim();
            }
        }
    }

    /** @param answer as {@link #load} gave it */
    void keep(Optional<V> answer) {
        if (fromBelow.isPresent()) {
            write(fromBelow.get(), place.region().timeToLive());
        } else if (loadedHere && redisIsThere) {
            keepLoaded(answer);
        }
    }

    private void keepLoaded(Optional<V> answer) {
        Optional<byte[]> written = Optional.empty();
        try {
            Duration lives = answer.isPresent()
                    ? place.region().timeToLive()
                    : place.region().absentFor();
            if (answer.map(place.region().keeps()::test).orElse(!lives.isZero())) {
                written = levels.form().write(generations, answer).filter(form -> write(form, lives));
            }
        } finally {
            releaseClaim();
        }
        if (answer.isPresent()) {
            written.ifPresent(form -> levels.below().save(place, new LevelBelow.Copy(begun, form)));
        } else if (copyBelow) {
            levels.below().save(place, new LevelBelow.Copy(begun, levels.form().gone()));
        }
    }

    private boolean write(byte[] answer, Duration lives) {
        Duration less = Jitter.less(lives);
        long expires = System.nanoTime() + less.toNanos();
        boolean written = levels.store().write(place.key(), answer, less, place.generationKeys(), generations);
        if (written) {
            kept = Optional.of(new Kept(answer, generations, expires));
        }
        return written;
    }

    private void releaseClaim() {
        if (claim != null) {
            claim.release();
        }
    }

    /** After {@link #keep}: empty if nothing was written, or it was another reader that did. */
    Optional<Kept> kept() {
        return kept;
    }

    boolean isFoundBelow() {
        return fromBelow.isPresent();
    }
}
