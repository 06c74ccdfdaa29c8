package io.tenderhub.redis;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendLeaderboard;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * For each dimension and currency a sorted set of the names by their places, and a hash with what each comes to and for how many
 * awards and tenders; what has no name is the empty text. Places, for what is spent may have more digits than a score.
 */
final class RedisSpendLeaderboard implements SpendLeaderboard {
    private static final Duration LIVES = Duration.ofHours(24);
    /** What a node that died while it wrote leaves behind, goes. */
    private static final Duration UNFINISHED_LIVES = Duration.ofMinutes(5);

    private static final int AT_ONCE = 1000;
    /** Before each name in the hash; the field without it says that there is a board, if of nobody. */
    private static final String NAME = "=";

    private static final String MADE = "made";

    /** Puts KEYS[3] and KEYS[4] in the places of KEYS[1] and KEYS[2], for ARGV[1] milliseconds. */
    private static final Script REPLACE = new Script("""
            redis.call('DEL', KEYS[1])
            if redis.call('EXISTS', KEYS[3]) == 1 then
              redis.call('RENAME', KEYS[3], KEYS[1])
              redis.call('PEXPIRE', KEYS[1], ARGV[1])
            end
            redis.call('RENAME', KEYS[4], KEYS[2])
            redis.call('PEXPIRE', KEYS[2], ARGV[1])
            """);

    /** The first ARGV[1] names of KEYS[1], each with its field of KEYS[2]; nothing if there is no KEYS[2]. */
    private static final Script TOP = new Script("""
            if redis.call('EXISTS', KEYS[2]) == 0 then
              return nil
            end
            local top = {}
            for i, name in ipairs(redis.call('ZRANGE', KEYS[1], 0, ARGV[1] - 1)) do
              top[#top + 1] = name
              top[#top + 1] = redis.call('HGET', KEYS[2], '=' .. name)
            end
            return top
            """);

    private final RedisCalls calls;
    private final RedisKeys keys;

    RedisSpendLeaderboard(RedisCalls calls, RedisKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    @Override
    public void replace(SpendDimension by, String currency, List<Spend> spends) {
        List<Spend> ranked = Spend.ranked(by, currency, spends);
        String places = keys.spendBoard(by, currency);
        String amounts = places + ":amounts";
        String unfinished = ":" + UUID.randomUUID();
        Script.Call replace = new Script.Call(
                List.of(places, amounts, places + unfinished, amounts + unfinished),
                List.of(Long.toString(Jitter.less(LIVES).toMillis())));
        calls.ask("what is spent is not renewed", client -> {
            write(client, ranked, places + unfinished, amounts + unfinished);
            return REPLACE.run(client, List.of(replace));
        });
    }

    private static void write(UnifiedJedis client, List<Spend> ranked, String places, String amounts) {
        try (AbstractPipeline pipeline = client.pipelined()) {
            List<Response<?>> replies = new ArrayList<>(List.of(pipeline.hset(amounts, MADE, "")));
            for (int from = 0; from < ranked.size(); from += AT_ONCE) {
                Map<String, Double> placed = new HashMap<>();
                Map<String, String> spent = new HashMap<>();
                for (int place = from; place < Math.min(from + AT_ONCE, ranked.size()); place++) {
                    Spend spend = ranked.get(place);
                    String name = spend.name().orElse("");
                    placed.put(name, (double) place);
                    spent.put(NAME + name, spend.spent().amount() + " " + spend.awards() + " " + spend.tenders());
                }
                replies.add(pipeline.zadd(places, placed));
                replies.add(pipeline.hset(amounts, spent));
            }
            replies.add(pipeline.pexpire(places, UNFINISHED_LIVES.toMillis()));
            replies.add(pipeline.pexpire(amounts, UNFINISHED_LIVES.toMillis()));
            pipeline.sync();
            replies.forEach(Response::get);
        }
    }

    @Override
    public Optional<List<Spend>> top(SpendDimension by, String currency, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a board shows 1 place or more, not " + limit);
        }
        String places = keys.spendBoard(by, currency);
        Script.Call call = new Script.Call(List.of(places, places + ":amounts"), List.of(Integer.toString(limit)));
        return calls.askIfThere(client -> Optional.ofNullable(
                        (List<?>) TOP.run(client, List.of(call)).get(0)))
                .map(reply -> spends(currency, reply));
    }

    private static List<Spend> spends(String currency, List<?> reply) {
        List<Spend> top = new ArrayList<>();
        for (int i = 0; i < reply.size(); i += 2) {
            String[] figures = ((String) reply.get(i + 1)).split(" ");
            top.add(new Spend(
                    Optional.of((String) reply.get(i)).filter(name -> !name.isEmpty()),
                    new Money(new BigDecimal(figures[0]), currency),
                    Long.parseLong(figures[1]),
                    // A node of the version before writes no third one.
                    figures.length > 2 ? Long.parseLong(figures[2]) : 0));
        }
        return top;
    }
}
