package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas;
import io.tenderhub.team.TeamId;
import java.time.ZoneId;
import java.util.List;

/** Quotas whose uses are counted; by the quota, never by the team. */
final class CountedQuotas implements Quotas {
    private final Quotas quotas;
    private final Counts asked;

    CountedQuotas(MeterRegistry registry, Quotas quotas, List<String> known) {
        this.quotas = quotas;
        this.asked =
                new Counts(registry, "tenderhub.quota.asked", "Uses that a quota was asked for.", "quota", "outcome");
        for (String quota : known) {
            asked.add(0, quota, "granted");
            asked.add(0, quota, "refused");
        }
    }

    @Override
    public TeamQuotas forTeam(TeamId team) {
        TeamQuotas own = quotas.forTeam(team);
        return new TeamQuotas() {
            @Override
            public QuotaUse take(String quota, QuotaRule rule, ZoneId zone) {
                QuotaUse use = own.take(quota, rule, zone);
                asked.add(1, quota, use.granted() ? "granted" : "refused");
                return use;
            }

            @Override
            public QuotaUse look(String quota, QuotaRule rule, ZoneId zone) {
                return own.look(quota, rule, zone);
            }
        };
    }
}
