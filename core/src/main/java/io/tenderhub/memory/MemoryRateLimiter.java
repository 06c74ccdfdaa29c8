package io.tenderhub.memory;

import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The grants of each subject at each endpoint, the oldest first. */
final class MemoryRateLimiter implements RateLimiter {
    private record Asked(String subject, String endpoint) {}

    private record Grant(Instant at, Instant remembered) {}

    private final Clock clock;
    /** Who has not asked for longest comes first. */
    private final Map<Asked, List<Grant>> granted = new LinkedHashMap<>(16, 0.75f, true);

    MemoryRateLimiter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized RatePermit ask(String subject, String endpoint, RateLimit limit) {
        if (!endpoint.matches("[a-z-]+")) {
            throw new IllegalArgumentException("an endpoint is named by a-z and -, not '" + endpoint + "'");
        }
        Instant now = clock.instant();
        forgetWhoAsksNoMore(now);
        List<Grant> grants = granted.computeIfAbsent(new Asked(subject, endpoint), key -> new ArrayList<>());
        grants.removeIf(grant -> !grant.remembered().isAfter(now));
        Instant windowBegan = now.minus(limit.window());
        int counted = (int)
                grants.stream().filter(grant -> grant.at().isAfter(windowBegan)).count();
        boolean free = counted < limit.most();
        if (free) {
            grants.add(new Grant(now, now.plus(limit.window())));
            counted++;
        }
        Duration wait = counted < limit.most()
                ? Duration.ZERO
                : Duration.between(
                        now, grants.get(grants.size() - limit.most()).at().plus(limit.window()));
        return new RatePermit(free, Math.max(0, limit.most() - counted), wait);
    }

    /** A few at each asking are enough. */
    private void forgetWhoAsksNoMore(Instant now) {
        Iterator<List<Grant>> oldest = granted.values().iterator();
        for (int i = 0; i < 2 && oldest.hasNext(); i++) {
            if (oldest.next().stream().noneMatch(grant -> grant.remembered().isAfter(now))) {
                oldest.remove();
            }
        }
    }
}
