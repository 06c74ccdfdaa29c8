package io.tenderhub.quota;

import io.tenderhub.team.TeamId;
import java.time.ZoneId;

/** Counts what teams do against what they may. What a team has used is reachable only by opening it for that team. */
public interface Quotas {

    TeamQuotas forTeam(TeamId team);

    /** The quotas of one team. Counts may vanish at any moment; then a period begins anew. */
    interface TeamQuotas {

        /**
         * Counts one more, unless as many as the rule allows are counted already. Exact however many ask at once; one round trip at most.
         *
         * @param quota what is counted, such as {@code searches}; {@code a-z} and {@code -}
         * @param zone in which days and weeks begin
         * @throws io.tenderhub.failure.UnavailableException if the store is away
         */
        QuotaUse take(String quota, QuotaRule rule, ZoneId zone);

        /**
         * How it stands, counting nothing; {@code granted} tells whether one more would be.
         *
         * @throws io.tenderhub.failure.UnavailableException if the store is away
         */
        QuotaUse look(String quota, QuotaRule rule, ZoneId zone);
    }
}
