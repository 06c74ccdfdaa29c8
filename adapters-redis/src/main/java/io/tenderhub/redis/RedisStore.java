package io.tenderhub.redis;

import io.tenderhub.failure.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Answers and the generations of their tags in Redis. Pipelines of commands that name one key each, so that a cluster
 * takes them whatever their slots; nothing here needs two keys to change together.
 */
final class RedisStore {
    /** Longer than any answer lives. An answer whose tag's generation is gone is gone as well. */
    private static final Duration GENERATION_LIVES = Duration.ofHours(48);
    /**
     * How long one lives under which no answer was stored yet: what is asked for and is not there leaves no long trace. Longer
     * than any load takes and any absence is remembered.
     */
    private static final Duration GENERATION_BEGINS = Duration.ofMinutes(10);
    /** Bounds the memory of an outage; what is beyond is left to the callers' repetition. */
    private static final int MOST_UNTOLD = 100_000;

    private final RedisCalls calls;
    private final Eras eras;
    private final Map<String, Object> untold = new ConcurrentHashMap<>();

    RedisStore(RedisCalls calls, Eras eras) {
        this.calls = calls;
        this.eras = eras;
    }

    /**
     * What was found, all of it read after the call began.
     *
     * @param answer as it was stored, whether still valid or not
     * @param timeLeft for how long it is still there
     * @param generations of the tags, joined; a load that begins now may be stored under them
     */
    record Found(Optional<byte[]> answer, Duration timeLeft, String generations) {}

    /** Whether an invalidation of one of these has failed and was not made up for. */
    boolean owes(List<String> generationKeys) {
        return !untold.isEmpty() && !owed(generationKeys).isEmpty();
    }

    /** Those of the tags, joined, read after the call began; empty also if one is missing. */
    Optional<String> generations(List<String> generationKeys) {
        return calls.askIfThere(client -> {
            tellWhatWasUntold(client, generationKeys);
            return current(client, generationKeys);
        });
    }

    /** Empty if Redis can't be asked or keeps losing keys; then nothing is known. */
    Optional<Found> find(String key, List<String> generationKeys) {
        return find(key, generationKeys, pipeline -> {});
    }

    /** The same with another command before it. */
    Optional<Found> find(String key, List<String> generationKeys, Consumer<AbstractPipeline> before) {
        return calls.askIfThere(client -> {
            tellWhatWasUntold(client, generationKeys);
            return read(client, key, generationKeys, before)
                    .or(() -> begin(client, generationKeys)
                            .map(begun -> new Found(Optional.empty(), Duration.ZERO, begun)));
        });
    }

    /** The same without changing anything; empty also if a tag has no generation, for then no answer counts. */
    Optional<Found> look(String key, List<String> generationKeys) {
        return owed(generationKeys).isEmpty()
                ? calls.askIfThere(client -> read(client, key, generationKeys, pipeline -> {}))
                : Optional.empty();
    }

    private static Optional<Found> read(
            UnifiedJedis client, String key, List<String> generationKeys, Consumer<AbstractPipeline> before) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            before.accept(pipeline);
            Response<byte[]> answer = pipeline.get(bytes(key));
            Response<Long> millisLeft = pipeline.pttl(key);
            List<Response<String>> replies =
                    generationKeys.stream().map(pipeline::get).toList();
            pipeline.sync();
            Optional<byte[]> stored = Optional.ofNullable(answer.get());
            Duration timeLeft = Duration.ofMillis(Math.max(0, millisLeft.get()));
            return joined(replies).map(generations -> new Found(stored, timeLeft, generations));
        }
    }

    /** Gives those tags that have no generation a new one. Of several that do so at once one wins. */
    private static Optional<String> begin(UnifiedJedis client, List<String> generationKeys) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            List<Response<String>> replies = new ArrayList<>();
            for (String key : generationKeys) {
                SetParams unlessThere = SetParams.setParams().nx().px(GENERATION_BEGINS.toMillis());
                pipeline.set(key, UUID.randomUUID().toString(), unlessThere);
                replies.add(pipeline.get(key));
            }
            pipeline.sync();
            return joined(replies);
        }
    }

    /**
     * Stores an answer that was loaded under these generations, unless they have changed: then it would only displace a
     * newer one. Should they change between the look and the writing, its readers still refuse it.
     *
     * @return whether it is stored
     */
    boolean write(String key, byte[] answer, Duration timeToLive, List<String> generationKeys, String generations) {
        return calls.askIfThere(client -> {
                    if (!current(client, generationKeys).equals(Optional.of(generations))) {
                        return Optional.empty();
                    }
                    try (AbstractPipeline pipeline = client.pipelined()) {
                        pipeline.set(bytes(key), answer, SetParams.setParams().px(timeToLive.toMillis()));
                        if (timeToLive.compareTo(GENERATION_BEGINS) > 0) {
                            for (String generation : generationKeys) {
                                pipeline.pexpire(generation, GENERATION_LIVES.toMillis());
                            }
                        }
                        pipeline.sync();
                    }
                    return Optional.of(true);
                })
                .isPresent();
    }

    private static Optional<String> current(UnifiedJedis client, List<String> generationKeys) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            List<Response<String>> replies =
                    generationKeys.stream().map(pipeline::get).toList();
            pipeline.sync();
            return joined(replies);
        }
    }

    /** Empty if one is missing. */
    private static Optional<String> joined(List<Response<String>> replies) {
        List<String> generations =
                replies.stream().map(Response::get).filter(Objects::nonNull).toList();
        return generations.size() == replies.size() ? Optional.of(String.join(",", generations)) : Optional.empty();
    }

    /**
     * Ends these generations.
     *
     * @param andTheEra whether also the era, after them: who reads the next one finds them ended. Then it returns when nobody goes by the
     *     old era any more
     */
    void end(List<String> generationKeys, boolean andTheEra) {
        Map<String, Object> owed = owed(generationKeys);
        try {
            calls.askAnyway("the cache could not be told that answers are outdated", client -> {
                delete(client, generationKeys);
                if (andTheEra) {
                    delete(client, List.of(eras.key()));
                }
                return true;
            });
            eras.forget();
            owed.forEach(untold::remove);
        } catch (UnavailableException e) {
            for (String key : generationKeys) {
                if (untold.size() < MOST_UNTOLD) {
                    untold.put(key, new Object());
                }
            }
            throw e;
        }
        if (andTheEra) {
            eras.outlive();
        }
    }

    private static void delete(UnifiedJedis client, List<String> keys) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            List<Response<Long>> replies = keys.stream()
                    .map((Function<String, Response<Long>>) pipeline::del)
                    .toList();
            pipeline.sync();
            replies.forEach(Response::get);
        } catch (JedisException | IllegalStateException e) {
            // A connection that died while it idled in the pool, or a slot that moved: single commands find their way.
            keys.forEach(client::del);
        }
    }

    /** What an invalidation could not tell Redis is told before this process serves such an answer again. */
    private void tellWhatWasUntold(UnifiedJedis client, List<String> generationKeys) {
        Map<String, Object> owed = owed(generationKeys);
        if (!owed.isEmpty()) {
            delete(client, List.copyOf(owed.keySet()));
            delete(client, List.of(eras.key()));
            eras.forget();
            owed.forEach(untold::remove);
        }
    }

    /** With what marks each failure, so that a success takes nothing off the list that failed after it began. */
    private Map<String, Object> owed(List<String> generationKeys) {
        Map<String, Object> owed = new HashMap<>();
        if (!untold.isEmpty()) {
            for (String key : generationKeys) {
                Object failure = untold.get(key);
                if (failure != null) {
                    owed.put(key, failure);
                }
            }
        }
        return owed;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
