package io.tenderhub.redis;

import io.tenderhub.cache.CacheRegion;
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

    Optional<byte[]> find(CacheRegion<?> region, String key) {
        if (level.isEmpty() || !region.secondLevel()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> found = level.get().find(key);
            answers();
            return found;
        } catch (UnavailableException e) {
            isAway(e);
            return Optional.empty();
        }
    }

    void save(CacheRegion<?> region, String key, byte[] answer) {
        if (level.isEmpty() || !region.secondLevel()) {
            return;
        }
        try {
            level.get().save(key, answer, Jitter.less(LIVES));
            answers();
        } catch (UnavailableException e) {
            isAway(e);
        }
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
