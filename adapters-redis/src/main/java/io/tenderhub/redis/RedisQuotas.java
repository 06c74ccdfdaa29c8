package io.tenderhub.redis;

import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A hash for each team with a field for each quota and period, such as {@code searches:day:2026-11-21}. The day decides which
 * field counts, so the key may outlive the reset a little: nodes whose clocks differ still count together.
 */
final class RedisQuotas implements Quotas {
    private static final Duration OUTLIVES_THE_RESET = Duration.ofHours(1);
    /** Longer than any period, whatever the zone. */
    private static final int DAYS_REMEMBERED = 14;

    /**
     * How long a refusal is repeated without asking. It would hold until the reset, were it not that teams are forgotten on other
     * nodes.
     */
    private static final Duration REFUSAL_HOLDS = Duration.ofSeconds(1);

    /**
     * Counts one more in the field ARGV[1] of KEYS[1] unless there are ARGV[2]; the key lives for ARGV[3] milliseconds at least,
     * and with a new field those go that end in a day before ARGV[4]. Gives the new count, or, refused, the count below zero and
     * one less.
     */
    private static final Script TAKE = new Script("""
            local used = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
            if used >= tonumber(ARGV[2]) then
              return -1 - used
            end
            if used == 0 then
              for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
                if string.sub(field, -10) < ARGV[4] then
                  redis.call('HDEL', KEYS[1], field)
                end
              end
            end
            redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
            if used == 0 and redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then
              redis.call('PEXPIRE', KEYS[1], ARGV[3])
            end
            return used + 1
            """);

    private static final String NOT_KNOWN = "what is used of a quota is not known";

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Clock clock;
    private final Refusals<Asked, Integer> refusals;

    RedisQuotas(RedisCalls calls, RedisKeys keys, Clock clock, LongSupplier nanoTime) {
        this.calls = calls;
        this.keys = keys;
        this.clock = clock;
        this.refusals = new Refusals<>(nanoTime);
    }

    private record Asked(String key, String field, int most) {}

    /** What was used by this team may be used again. */
    void forget(TeamId team) {
        calls.askAnyway("what a team has used is still there", client -> client.del(keys.quotas(team)));
        refusals.forgetAll();
    }

    @Override
    public TeamQuotas forTeam(TeamId team) {
        return new OfTeam(keys.quotas(team));
    }

    private final class OfTeam implements TeamQuotas {
        private final String key;

        private OfTeam(String key) {
            this.key = key;
        }

        @Override
        public QuotaUse take(String quota, QuotaRule rule, ZoneId zone) {
            Instant now = clock.instant();
            LocalDate firstDay = rule.per().firstDay(now, zone);
            Instant resetsAt = rule.per().resetsAt(now, zone);
            Asked asked = new Asked(key, keys.quota(quota, rule, firstDay), rule.most());
            Optional<Refusals.Remembered<Integer>> refused = refusals.find(asked);
            if (refused.isPresent()) {
                return new QuotaUse(false, refused.get().answer(), rule.most(), resetsAt);
            }
            long begun = refusals.now();
            long count = count(
                    asked,
                    Duration.between(now, resetsAt).plus(OUTLIVES_THE_RESET),
                    firstDay.minusDays(DAYS_REMEMBERED));
            if (count > 0) {
                return new QuotaUse(true, Math.toIntExact(count), rule.most(), resetsAt);
            }
            int used = Math.toIntExact(-1 - count);
            refusals.remember(asked, used, begun, REFUSAL_HOLDS);
            return new QuotaUse(false, used, rule.most(), resetsAt);
        }

        private long count(Asked asked, Duration lives, LocalDate oldest) {
            Script.Call call = new Script.Call(
                    List.of(asked.key()),
                    List.of(
                            asked.field(),
                            Integer.toString(asked.most()),
                            Long.toString(lives.toMillis()),
                            oldest.toString()));
            return calls.ask(
                    NOT_KNOWN,
                    client -> Optional.ofNullable((Long) TAKE.run(client, call)).orElseThrow());
        }

        @Override
        public QuotaUse look(String quota, QuotaRule rule, ZoneId zone) {
            Instant now = clock.instant();
            String field = keys.quota(quota, rule, rule.per().firstDay(now, zone));
            int used = calls.ask(NOT_KNOWN, client -> Optional.ofNullable(client.hget(key, field)))
                    .map(Integer::valueOf)
                    .orElse(0);
            return new QuotaUse(
                    used < rule.most(), used, rule.most(), rule.per().resetsAt(now, zone));
        }
    }
}
