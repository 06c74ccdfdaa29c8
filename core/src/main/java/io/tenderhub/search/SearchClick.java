package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.TenderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A result that somebody looked at.
 *
 * @param ocid of the tender, up to {@link #LONGEST_OCID} characters
 * @param position on the page, 1 for the first result
 */
public record SearchClick(String ocid, int position, Instant at) {
    public static final int LONGEST_OCID = 300;

    public SearchClick {
        requireNonNull(at);
        List<FieldProblem> problems = new ArrayList<>();
        if (ocid.isBlank() || ocid.length() > LONGEST_OCID) {
            problems.add(new FieldProblem("ocid", "must be 1 to " + LONGEST_OCID + " characters"));
        }
        if (position < 1 || position > TenderQuery.HIGHEST_LIMIT) {
            problems.add(
                    new FieldProblem("position", "must be 1 to " + TenderQuery.HIGHEST_LIMIT + ", not " + position));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("click", problems);
        }
    }
}
