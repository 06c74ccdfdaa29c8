package io.tenderhub.readiness;

import io.tenderhub.team.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Derived scores. What a team has is reachable only by opening it for that team. */
public interface ScoreRepository {

    TeamScores forTeam(TeamId team);

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

        long count();
    }
}
