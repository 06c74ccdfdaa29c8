package io.tenderhub.redis;

import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.redis.WaitingPoints.Points;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/**
 * A sorted set of points for each day, and for some seconds their sum over the days that count. The points of this process are
 * collected and sent together.
 */
final class RedisPopularTenders implements PopularTenders, AutoCloseable {
    private static final int SENT_AT_ONCE = 1_000;
    private static final Duration DAY_LIVES = Duration.ofDays(DAYS + 1);

    /**
     * Sums KEYS[2] and on up in KEYS[1] for ARGV[2] milliseconds, unless that was done of late, and gives the first ARGV[1].
     * Points are summed below zero, so that the most come first and equal ones by their names.
     */
    private static final Script TOP = new Script("""
            if ARGV[2] == '0' or redis.call('EXISTS', KEYS[1]) == 0 then
              local sum = {'ZUNIONSTORE', KEYS[1], #KEYS - 1}
              for i = 2, #KEYS do
                sum[#sum + 1] = KEYS[i]
              end
              sum[#sum + 1] = 'WEIGHTS'
              for i = 2, #KEYS do
                sum[#sum + 1] = '-1'
              end
              redis.call(unpack(sum))
              redis.call('PEXPIRE', KEYS[1], math.max(1, tonumber(ARGV[2])))
            end
            return redis.call('ZRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')
            """);

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Clock clock;
    private final Duration sumLives;
    private final WaitingPoints waiting = new WaitingPoints(this::send);

    /** @param sumLives how far the list may be behind its counts; summing up costs with the number of tenders */
    RedisPopularTenders(RedisCalls calls, RedisKeys keys, Clock clock, Duration sumLives) {
        this.calls = calls;
        this.keys = keys;
        this.clock = clock;
        this.sumLives = sumLives;
    }

    @Override
    public void seen(String ocid) {
        waiting.add(today(), ocid, 1);
    }

    @Override
    public void saved(String ocid) {
        waiting.add(today(), ocid, SAVE_COUNTS);
    }

    private void send(List<Points> collected) {
        for (int begin = 0; begin < collected.size(); begin += SENT_AT_ONCE) {
            List<Points> some = collected.subList(begin, Math.min(collected.size(), begin + SENT_AT_ONCE));
            calls.askIfThere(client -> {
                try (AbstractPipeline pipeline = client.pipelined()) {
                    List<Response<Double>> sums = some.stream()
                            .map(points ->
                                    pipeline.zincrby(keys.popularOn(points.day()), points.points(), points.ocid()))
                            .toList();
                    some.stream()
                            .map(points -> keys.popularOn(points.day()))
                            .distinct()
                            .forEach(day -> pipeline.pexpire(day, DAY_LIVES.toMillis()));
                    pipeline.sync();
                    // Where an answer is an error, it is thrown here.
                    sums.forEach(Response::get);
                    return Optional.of(true);
                }
            });
        }
    }

    @Override
    public List<Popular> top(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a list has 1 place or more, not " + limit);
        }
        waiting.sendAll();
        LocalDate today = today();
        List<String> sumAndDays = new ArrayList<>(List.of(keys.popularUntil(today)));
        for (int back = 0; back < DAYS; back++) {
            sumAndDays.add(keys.popularOn(today.minusDays(back)));
        }
        Script.Call call =
                new Script.Call(sumAndDays, List.of(Integer.toString(limit), Long.toString(sumLives.toMillis())));
        List<?> reply = calls.ask("popular tenders are not known", client ->
                (List<?>) TOP.run(client, List.of(call)).get(0));
        List<Popular> top = new ArrayList<>();
        for (int i = 0; i < reply.size(); i += 2) {
            top.add(new Popular((String) reply.get(i), -Math.round(Double.parseDouble((String) reply.get(i + 1)))));
        }
        return top;
    }

    /** Sends what is still waiting. */
    @Override
    public void close() {
        waiting.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
