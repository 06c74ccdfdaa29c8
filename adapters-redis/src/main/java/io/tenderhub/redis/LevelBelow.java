package io.tenderhub.redis;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.failure.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second level, where there is one and the region has its answers there; while it is away it is empty. */
final class LevelBelow {
    private static final Logger LOG = LoggerFactory.getLogger(LevelBelow.class);
    private static final Duration LIVES = Duration.ofHours(24);
    /** In digits; more are no instant. */
    private static final int LONGEST_INSTANT = 15;

    private final Optional<SecondLevel> level;
    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * An answer, and when its load began. Stored as a line with that instant in milliseconds and then the answer, so that a copy
     * can tell how old it is.
     */
    record Copy(Instant asOf, byte[] answer) {
        private byte[] stored() {
            byte[] line = (asOf.toEpochMilli() + "\n").getBytes(StandardCharsets.US_ASCII);
            byte[] stored = Arrays.copyOf(line, line.length + answer.length);
            System.arraycopy(answer, 0, stored, line.length, answer.length);
            return stored;
        }

        private static Optional<Copy> of(byte[] stored) {
            int line = 0;
            while (line < stored.length && line < LONGEST_INSTANT && stored[line] != '\n') {
                line++;
            }
            String millis = new String(stored, 0, line, StandardCharsets.US_ASCII);
            return line < stored.length && stored[line] == '\n' && millis.matches("\\d+")
                    ? Optional.of(new Copy(
                            Instant.ofEpochMilli(Long.parseLong(millis)),
                            Arrays.copyOfRange(stored, line + 1, stored.length)))
                    : Optional.empty();
        }
    }

    LevelBelow(Optional<SecondLevel> level) {
        this.level = level;
    }

    Optional<Copy> find(Place<?> place) {
        if (level.isEmpty() || !place.region().secondLevel()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> found = answers(level.get(), place).find(place.key());
            answers();
            return found.flatMap(Copy::of);
        } catch (UnavailableException e) {
            isAway(e);
            return Optional.empty();
        }
    }

    void save(Place<?> place, Copy copy) {
        if (level.isEmpty() || !place.region().secondLevel()) {
            return;
        }
        try {
            answers(level.get(), place).save(place.key(), copy.stored(), Jitter.less(LIVES));
            answers();
        } catch (UnavailableException e) {
            isAway(e);
        }
    }

    private static SecondLevel.Answers answers(SecondLevel level, Place<?> place) {
        return place.owner().map(level::forTeam).orElseGet(level::forEverybody);
    }

    /** One line for each outage. */
    private void isAway(UnavailableException e) {
        if (!away.getAndSet(true)) {
            LOG.warn("The cache does without its second level: {}", e.getMessage());
        }
    }

    private void answers() {
        if (away.get() && away.getAndSet(false)) {
            LOG.info("The second level of the cache answers again");
        }
    }
}
