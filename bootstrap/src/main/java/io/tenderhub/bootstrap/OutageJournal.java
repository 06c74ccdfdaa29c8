package io.tenderhub.bootstrap;

import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that something can't be counted, a line a minute however often it happens. */
final class OutageJournal implements Consumer<UnavailableException> {
    private static final Logger LOG = LoggerFactory.getLogger(OutageJournal.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final String fate;
    private final Clock clock;
    private Instant nextLine = Instant.MIN;

    /** @param fate what becomes of what can't be counted */
    OutageJournal(String fate, Clock clock) {
        this.fate = fate;
        this.clock = clock;
    }

    @Override
    public synchronized void accept(UnavailableException away) {
        Instant now = clock.instant();
        if (!now.isBefore(nextLine)) {
            nextLine = now.plus(BETWEEN);
            LOG.warn("{}; what should be counted is {}", away.getMessage(), fate);
        }
    }
}
