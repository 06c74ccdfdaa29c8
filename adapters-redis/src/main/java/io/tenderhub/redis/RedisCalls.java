package io.tenderhub.redis;

import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Asks Redis where that is worth it, and says in the core's words when it is away. */
final class RedisCalls {
    private final UnifiedJedis client;
    private final String server;
    private final Breaker breaker;
    private final StoreJournal journal;
    private final String on;

    RedisCalls(UnifiedJedis client, String server, Breaker breaker) {
        this(client, server, breaker, StoreJournal.NONE, "other");
    }

    RedisCalls(UnifiedJedis client, String server, Breaker breaker, StoreJournal journal, String on) {
        this.client = client;
        this.server = server;
        this.breaker = breaker;
        this.journal = journal;
        this.on = on;
    }

    /** The same calls, told of as calls on this. */
    RedisCalls on(String what) {
        return new RedisCalls(client, server, breaker, journal, what);
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
            T answer = told(call);
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
            T answer = told(call);
            breaker.succeededUnasked();
            return answer;
        } catch (JedisException | IllegalStateException e) {
            breaker.failed(e);
            throw new UnavailableException(server, consequence, e);
        }
    }

    private <T> T told(Function<UnifiedJedis, T> call) {
        long begun = System.nanoTime();
        boolean answered = false;
        try {
            T answer = call.apply(client);
            answered = true;
            return answer;
        } finally {
            journal.called(new StoreCall("call", on, Duration.ofNanos(System.nanoTime() - begun), answered, ""));
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
