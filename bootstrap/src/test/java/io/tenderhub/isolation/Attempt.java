package io.tenderhub.isolation;

import io.tenderhub.failure.TenderHubException;

/** Something that alpha does, and that names things of a team by the team's name. */
@FunctionalInterface
interface Attempt {

    /** @param other the team that alpha tries to reach */
    Object go(TwoTeams teams, String other);

    /** What alpha learns: the answer or the failure, with the name that was tried taken out. */
    default String told(TwoTeams teams, String other) {
        try {
            return said(go(teams, other), other);
        } catch (TenderHubException e) {
            return said(e, other);
        }
    }

    private static String said(Object answer, String other) {
        return answer.toString().replace(other, "…");
    }
}
