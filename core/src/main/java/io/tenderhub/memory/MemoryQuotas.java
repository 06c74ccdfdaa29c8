package io.tenderhub.memory;

import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Counts by team, name and period. */
final class MemoryQuotas implements Quotas {
    /** Longer than any period, whatever the zone. */
    private static final int DAYS_REMEMBERED = 14;

    private record Counted(String quota, String per, LocalDate firstDay) {}

    private final Clock clock;
    private final Map<TeamId, Map<Counted, Integer>> used = new HashMap<>();

    MemoryQuotas(Clock clock) {
        this.clock = clock;
    }

    @Override
    public TeamQuotas forTeam(TeamId team) {
        return new TeamQuotas() {
            @Override
            public QuotaUse take(String quota, QuotaRule rule, ZoneId zone) {
                return count(team, quota, rule, zone, true);
            }

            @Override
            public QuotaUse look(String quota, QuotaRule rule, ZoneId zone) {
                return count(team, quota, rule, zone, false);
            }
        };
    }

    private synchronized QuotaUse count(TeamId team, String quota, QuotaRule rule, ZoneId zone, boolean taking) {
        if (!quota.matches("[a-z-]+")) {
            throw new IllegalArgumentException("a quota is named by a-z and -, not '" + quota + "'");
        }
        Instant now = clock.instant();
        Counted counted = new Counted(quota, rule.per().code(), rule.per().firstDay(now, zone));
        Map<Counted, Integer> ofTeam = used.getOrDefault(team, Map.of());
        int before = ofTeam.getOrDefault(counted, 0);
        boolean granted = before < rule.most();
        if (granted && taking) {
            used.computeIfAbsent(team, key -> new HashMap<>()).put(counted, before + 1);
            LocalDate oldest = counted.firstDay().minusDays(DAYS_REMEMBERED);
            used.get(team).keySet().removeIf(old -> old.firstDay().isBefore(oldest));
        }
        return new QuotaUse(
                granted,
                granted && taking ? before + 1 : before,
                rule.most(),
                rule.per().resetsAt(now, zone));
    }

    synchronized void forget(TeamId team) {
        used.remove(team);
    }
}
