package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;

/**
 * What a cached answer depends on. Invalidating a tag ends every answer that carries it.
 *
 * @param name such as {@code tender:ocds-9t57fa-136656}, {@code searches}, {@code team:acme}
 */
public record CacheTag(String name) {
    private static final String TEAM = "team:";
    private static final String WORKSPACE = "workspace:";

    /** Every search result. */
    public static final CacheTag SEARCHES = new CacheTag("searches");

    /** Every team's list of best tenders. */
    public static final CacheTag TOP_TENDERS = new CacheTag("top-tenders");

    public CacheTag {
        requireNonNull(name);
    }

    /** Whether it ends answers of one team alone; answers that carry such a tag are that team's. */
    public boolean isOfTeam() {
        return name.startsWith(TEAM) || name.startsWith(WORKSPACE);
    }

    public static CacheTag tender(String ocid) {
        return new CacheTag("tender:" + ocid);
    }

    public static CacheTag team(TeamId team) {
        return new CacheTag(TEAM + team.value());
    }

    /** The workspace of a team and what is counted over it. */
    public static CacheTag workspace(TeamId team) {
        return new CacheTag(WORKSPACE + team.value());
    }
}
