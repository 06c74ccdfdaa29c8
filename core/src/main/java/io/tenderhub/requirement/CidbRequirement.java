package io.tenderhub.requirement;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cidb.CidbGrade;

/**
 * A contractor grading that is enough for this tender. A tender that names several accepts any of them.
 *
 * @param grade the lowest that is enough
 * @param orHigher whether the text says that higher grades are welcome; a higher grade is enough either way
 * @param potentiallyEmerging whether the text admits PE contractors one grade lower
 */
public record CidbRequirement(CidbGrade grade, boolean orHigher, boolean potentiallyEmerging, Evidence evidence) {
    public CidbRequirement {
        requireNonNull(grade);
        requireNonNull(evidence);
    }
}
