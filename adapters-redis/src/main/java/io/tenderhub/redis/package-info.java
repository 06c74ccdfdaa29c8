/** What may vanish, in Redis. {@link io.tenderhub.redis.RedisAdapter} is the entry. */
@NullMarked
package io.tenderhub.redis;

import org.jspecify.annotations.NullMarked;
