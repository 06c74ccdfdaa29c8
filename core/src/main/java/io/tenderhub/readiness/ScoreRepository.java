package io.tenderhub.readiness;

import io.tenderhub.team.TeamId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derived scores. What a team has is reachable only by opening it for that team. */
public interface ScoreRepository {

    TeamScores forTeam(TeamId team);

    /** Every team that has scores, in the order of their ids. */
    List<TeamId> teams();

    /** The scores of one team. */
    interface TeamScores {

        /**
         * Stores scores in bulk. A stored score of the same tender stands if it was made from a newer version of the
         * tender or of the profile, or from the same versions at a later time.
         *
         * @param scores at most one for each tender
         * @return how many were written
         */
        int saveAll(List<StoredScore> scores);

        Optional<StoredScore> find(String ocid);

        /** The known ones of these, in no order. One round trip. */
        List<StoredScore> findAll(Collection<String> ocids);

        /** The best ones: most points first, then the latest made, then by ocid. */
        List<StoredScore> best(int limit);

        /** What the known ones of these come to, in no order. One round trip. */
        List<ScorePoints> points(Collection<String> ocids);

        /**
         * What the scores come to, a page at a time in the order {@link ScorePoints#MOST_FIRST}. A score that is not touched
         * while somebody goes through them is neither repeated nor missed.
         *
         * @param after where the page begins: behind this place, whether there is such a score or not; at the beginning if empty
         * @param limit 1 or more; fewer come only at the end
         */
        List<ScorePoints> ranked(Optional<ScorePoints> after, int limit);

        long count();

        /** How many scores there are of each number of points; may be some seconds old. */
        Map<BigDecimal, Long> countByPoints();

        /**
         * The versions of what is stored, a page at a time, in {@link io.tenderhub.tender.OcidOrder}. A score that can't be
         * read is among them with versions 0. What is saved or deleted meanwhile may or may not be seen.
         *
         * @param afterOcid the last one of the page before; empty for the first page
         * @param limit 1 or more; a shorter page is the last
         */
        List<ScoreVersion> versions(Optional<String> afterOcid, int limit);

        /** The same of these tenders, in no order; those that have no score are left out. One round trip. */
        List<ScoreVersion> versionsOf(Collection<String> ocids);

        /**
         * Deletes the scores of these tenders, readable or not.
         *
         * @return how many were there
         */
        int deleteAll(Collection<String> ocids);

        /**
         * Deletes all scores of the team.
         *
         * @return how many were there
         */
        long deleteEverything();
    }
}
