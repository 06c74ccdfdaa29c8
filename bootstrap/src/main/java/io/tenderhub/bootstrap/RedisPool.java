package io.tenderhub.bootstrap;

import io.tenderhub.operation.PoolUse;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/** What the pools of Redis tell; a cluster has one for each node, which are added up. */
final class RedisPool {
    private RedisPool() {}

    static PoolUse use(UnifiedJedis client) {
        Collection<? extends Pool<Connection>> pools = pools(client);
        return new PoolUse(
                sum(pools, Pool::getNumActive),
                sum(pools, Pool::getNumIdle),
                sum(pools, Pool::getNumWaiters),
                sum(pools, Pool::getMaxTotal));
    }

    private static Collection<? extends Pool<Connection>> pools(UnifiedJedis client) {
        if (client instanceof RedisClient single) {
            return List.of(single.getPool());
        }
        return client instanceof RedisClusterClient cluster
                ? cluster.getClusterNodes().values()
                : List.of();
    }

    private static int sum(Collection<? extends Pool<Connection>> pools, ToIntFunction<Pool<Connection>> figure) {
        return pools.stream().mapToInt(figure).sum();
    }
}
