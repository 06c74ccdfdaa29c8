package io.tenderhub.redis;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second level, where there is one and the region has its answers there; while it is away it is empty. */
final class LevelBelow {
    private static final Logger LOG = LoggerFactory.getLogger(LevelBelow.class);
    private static final Duration LIVES = Duration.ofHours(24);

    private final Optional<SecondLevel> level;
    private final AtomicBoolean away = new AtomicBoolean();

    LevelBelow(Optional<SecondLevel> level) {
        this.level = level;
    }

    Optional<byte[]> find(Place<?> place) {
        if (level.isEmpty() || !place.region().secondLevel()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> found = answers(level.get(), place).find(place.key());
            answers();
            return found;
        } catch (UnavailableException e) {
            isAway(e);
            return Optional.empty();
        }
    }

    void save(Place<?> place, byte[] answer) {
        if (level.isEmpty() || !place.region().secondLevel()) {
            return;
        }
        try {
            answers(level.get(), place).save(place.key(), answer, Jitter.less(LIVES));
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
