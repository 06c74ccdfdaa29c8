package io.tenderhub.cidb;

import static java.util.Objects.requireNonNull;

/**
 * A registration that a company holds.
 *
 * @param potentiallyEmerging the PE status: the contractor may be allowed works one grade up
 */
public record CidbGrading(CidbGrade grade, boolean potentiallyEmerging) {
    public CidbGrading {
        requireNonNull(grade);
    }
}
