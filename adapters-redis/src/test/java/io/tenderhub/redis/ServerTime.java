package io.tenderhub.redis;

import java.time.Instant;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** What a server's own clock says. */
final class ServerTime {
    private ServerTime() {}

    static Instant of(UnifiedJedis client) {
        List<?> time = (List<?>) client.eval("return redis.call('TIME')");
        return Instant.ofEpochSecond(
                Long.parseLong((String) time.get(0)), Long.parseLong((String) time.get(1)) * 1_000);
    }
}
