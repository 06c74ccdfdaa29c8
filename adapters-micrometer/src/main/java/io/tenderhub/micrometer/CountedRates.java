package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import java.util.List;

/** A limiter whose answers are counted; by endpoint, never by who asked. */
final class CountedRates implements RateLimiter {
    private final RateLimiter limiter;
    private final Counts asked;

    CountedRates(MeterRegistry registry, RateLimiter limiter, List<String> known) {
        this.limiter = limiter;
        this.asked = new Counts(
                registry, "tenderhub.rate.asked", "Requests whose rate was looked at.", "endpoint", "outcome");
        for (String endpoint : known) {
            asked.add(0, endpoint, "granted");
            asked.add(0, endpoint, "refused");
        }
    }

    @Override
    public RatePermit ask(String subject, String endpoint, RateLimit limit) {
        RatePermit permit = limiter.ask(subject, endpoint, limit);
        asked.add(1, endpoint, permit.granted() ? "granted" : "refused");
        return permit;
    }
}
