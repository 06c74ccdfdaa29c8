package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import io.tenderhub.quota.WithoutCount;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * Keeps guesses at a password to a rate, for each address whether anybody has it or not. Right ones count too. Whoever guesses at an
 * address keeps its owner out as long as he goes on; who is logged in stays so.
 */
public final class LoginAttempts {
    /** Ten in five minutes. */
    public static final RateLimit USUAL = new RateLimit(10, Duration.ofMinutes(5));

    private static final RatePermit UNCOUNTED = new RatePermit(true, 0, Duration.ZERO);

    private final RateLimiter limiter;
    private final RateLimit limit;
    private final WithoutCount whenAway;
    private final Clock clock;

    /** @param whenAway what becomes of an attempt while the limiter's store is away */
    public LoginAttempts(RateLimiter limiter, RateLimit limit, WithoutCount whenAway, Clock clock) {
        this.limiter = requireNonNull(limiter);
        this.limit = requireNonNull(limit);
        this.whenAway = requireNonNull(whenAway);
        this.clock = requireNonNull(clock);
    }

    /** Under the hash of what was typed, so that the store holds no addresses. */
    void byAddress(String typed) {
        ask("address:" + TokenMint.hash(typed.strip().toLowerCase(Locale.ROOT)));
    }

    void byUser(UserId user) {
        ask("user:" + user);
    }

    private void ask(String subject) {
        RatePermit permit = whenAway.ask(() -> limiter.ask(subject, "login", limit), UNCOUNTED);
        if (!permit.granted()) {
            throw new QuotaExceededException("login attempts", clock.instant().plus(permit.retryAfter()));
        }
    }
}
