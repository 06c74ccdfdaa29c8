package io.tenderhub.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/**
 * Claims of nodes to load an answer under certain generations. Who does not get one waits for a while for the answer of who
 * did. A claim says nothing about what is valid, so losing one costs a second load and no more.
 */
final class LoadClaims {
    /** A node that died while it loaded holds up the others so long at most. */
    private static final Duration LIVES = Duration.ofSeconds(3);

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final String node = UUID.randomUUID().toString();
    private final AtomicLong tokens = new AtomicLong();

    LoadClaims(RedisCalls calls, RedisKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    Claim on(String answerKey, String generations) {
        return new Claim(keys.loading(answerKey, generations), node + "." + tokens.incrementAndGet());
    }

    final class Claim {
        private final String key;
        private final String token;
        private @Nullable Response<String> reply;

        private Claim(String key, String token) {
            this.key = key;
            this.token = token;
        }

        /** Asks for it as part of other commands. */
        void send(AbstractPipeline pipeline) {
            reply = pipeline.set(key, token, SetParams.setParams().nx().px(LIVES.toMillis()));
        }

        /** Known when those have been answered. */
        boolean isGranted() {
            return reply != null && reply.get() != null;
        }

        void release() {
            Script.Call release = new Script.Call(List.of(key), List.of(token));
            calls.askIfThere(client -> Optional.of(LockReleases.RELEASE.run(client, List.of(release))));
        }
    }
}
