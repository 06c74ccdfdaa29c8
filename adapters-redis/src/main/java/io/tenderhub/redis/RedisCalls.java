package io.tenderhub.redis;

import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Asks Redis where that is worth it, and says in the core's words when it is away. */
final class RedisCalls {
    private final UnifiedJedis client;
    private final String server;
    private final Breaker breaker;

    RedisCalls(UnifiedJedis client, String server, Breaker breaker) {
        this.client = client;
        this.server = server;
        this.breaker = breaker;
    }

    BreakerState breaker() {
        return breaker.state();
    }

    /**
     * @param consequence what is not done if it fails, in a few words
     * @param call nothing but commands to Redis
     * @throws UnavailableException if it fails, or the breaker is open
     */
    <T> T ask(String consequence, Function<UnifiedJedis, T> call) {
        if (!breaker.permits()) {
            throw new UnavailableException(server, consequence + "; it failed of late and is left alone", null);
        }
        boolean told = false;
        try {
            T answer = call.apply(client);
            breaker.succeeded();
            told = true;
            return answer;
        } catch (JedisException | IllegalStateException e) {
            // Jedis says IllegalStateException for a reply that a lost connection of a cluster's pipeline left out.
            breaker.failed(e);
            told = true;
            throw new UnavailableException(server, consequence, e);
        } finally {
            if (!told) {
                breaker.knowsNothing();
            }
        }
    }

    /** The same, whatever the breaker says. */
    <T> T askAnyway(String consequence, Function<UnifiedJedis, T> call) {
        try {
            T answer = call.apply(client);
            breaker.succeededUnasked();
            return answer;
        } catch (JedisException | IllegalStateException e) {
            breaker.failed(e);
            throw new UnavailableException(server, consequence, e);
        }
    }

    /** Empty if Redis is away, or there is no answer. */
    <T> Optional<T> askIfThere(Function<UnifiedJedis, Optional<T>> call) {
        try {
            return ask("it is done without", call);
        } catch (UnavailableException away) {
            return Optional.empty();
        }
    }
}
