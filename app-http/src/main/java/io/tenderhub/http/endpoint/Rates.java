package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import io.tenderhub.quota.WithoutCount;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps those who show themselves to a rate at each endpoint, and tells them how far they are. The others are kept to one by their
 * address, where an endpoint says so.
 */
final class Rates {
    private final RateLimiter limiter;
    private final WithoutCount whenAway;
    private final RateLimit usual;
    private final ClientAddresses addresses;

    Rates(RateLimiter limiter, WithoutCount whenAway, RateLimit usual, ClientAddresses addresses) {
        this.limiter = limiter;
        this.whenAway = whenAway;
        this.usual = usual;
        this.addresses = addresses;
    }

    /**
     * @param name of the endpoint, by {@link #name}
     * @param perClient how often it may be asked for from one address
     * @throws ProblemException if he asks too often
     */
    void ask(Context ctx, Caller caller, String name, Optional<RateLimit> perClient) {
        if (perClient.isPresent()) {
            ask(ctx, "client:" + addresses.of(ctx), name, perClient.get());
        }
        if (!(caller instanceof Caller.Nobody || caller instanceof Caller.Operator)) {
            ask(ctx, caller.subject(), name, usual);
        }
    }

    private void ask(Context ctx, String subject, String name, RateLimit limit) {
        Optional<RatePermit> permit =
                whenAway.ask(() -> Optional.of(limiter.ask(subject, name, limit)), Optional.empty());
        if (permit.isPresent()) {
            tell(ctx, permit.get(), limit);
        }
    }

    private static void tell(Context ctx, RatePermit permit, RateLimit limit) {
        long seconds = ceilingSeconds(permit.retryAfter());
        ctx.header("RateLimit-Limit", Integer.toString(limit.most()));
        ctx.header("RateLimit-Remaining", Integer.toString(permit.remaining()));
        ctx.header("RateLimit-Reset", Long.toString(seconds));
        if (!permit.granted()) {
            ctx.header("Retry-After", Long.toString(Math.max(1, seconds)));
            throw new ProblemException(
                    ProblemKind.RATE_EXCEEDED,
                    "at most " + limit.most() + " requests in " + limit.window().toSeconds()
                            + " seconds to one endpoint; try again in " + Math.max(1, seconds) + " seconds");
        }
    }

    static long ceilingSeconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }

    /** As the limiter takes the names of endpoints; made once for each. */
    static String name(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
