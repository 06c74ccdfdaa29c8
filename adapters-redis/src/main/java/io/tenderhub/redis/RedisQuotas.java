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

/**
 * A hash for each team with a field for each quota and period, such as {@code searches:day:2026-11-21}. The day decides which
 * field counts, so the key may outlive the reset a little: nodes whose clocks differ still count together.
 */
final class RedisQuotas implements Quotas {
    private static final Duration OUTLIVES_THE_RESET = Duration.ofHours(1);
    /** Longer than any period, whatever the zone. */
    private static final int DAYS_REMEMBERED = 14;

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

    private final RedisCalls calls;
    private final RedisKeys keys;
    private final Clock clock;

    RedisQuotas(RedisCalls calls, RedisKeys keys, Clock clock) {
        this.calls = calls;
        this.keys = keys;
        this.clock = clock;
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
            Duration lives = Duration.between(now, resetsAt).plus(OUTLIVES_THE_RESET);
            Script.Call call = new Script.Call(
                    List.of(key),
                    List.of(
                            field(quota, rule, firstDay),
                            Integer.toString(rule.most()),
                            Long.toString(lives.toMillis()),
                            firstDay.minusDays(DAYS_REMEMBERED).toString()));
            long count = calls.ask(
                    "the quota is not known",
                    client -> Optional.ofNullable((Long) TAKE.run(client, call)).orElseThrow());
            boolean granted = count > 0;
            return new QuotaUse(granted, Math.toIntExact(granted ? count : -1 - count), rule.most(), resetsAt);
        }

        @Override
        public QuotaUse look(String quota, QuotaRule rule, ZoneId zone) {
            Instant now = clock.instant();
            String field = field(quota, rule, rule.per().firstDay(now, zone));
            int used = calls.ask("the quota is not known", client -> Optional.ofNullable(client.hget(key, field)))
                    .map(Integer::valueOf)
                    .orElse(0);
            return new QuotaUse(
                    used < rule.most(), used, rule.most(), rule.per().resetsAt(now, zone));
        }
    }

    private static String field(String quota, QuotaRule rule, LocalDate firstDay) {
        if (!quota.matches("[a-z-]+")) {
            throw new IllegalArgumentException("a quota is named by a-z and -, not '" + quota + "'");
        }
        return quota + ":" + rule.per().code() + ":" + firstDay;
    }
}
