package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.quota.QuotaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a team may have and do.
 *
 * @param name 1–40 of {@code a-z 0-9 -}, beginning with a letter
 * @param seats how many members and open invitations there may be together, 1 or more; empty for any number
 * @param savedTenders how many tenders its workspace may hold, 0 or more; empty for any number
 * @param searches how often it may search; empty for as often as it likes
 */
public record Plan(
        String name, OptionalInt seats, OptionalInt savedTenders, Optional<QuotaRule> searches, Set<Feature> features) {
    public Plan {
        requireNonNull(name);
        requireNonNull(seats);
        requireNonNull(savedTenders);
        requireNonNull(searches);
        features = Set.copyOf(features);
        List<FieldProblem> problems = problems(name, seats, savedTenders);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
    }

    /** What would be wrong with a plan of these, by field. */
    public static List<FieldProblem> problems(String name, OptionalInt seats, OptionalInt savedTenders) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            problems.add(new FieldProblem("name", "must be 1 to 40 of a-z, 0-9 and -, beginning with a letter"));
        }
        if (seats.isPresent() && seats.getAsInt() < 1) {
            problems.add(new FieldProblem("seats", "must be 1 or more, not " + seats.getAsInt()));
        }
        if (savedTenders.isPresent() && savedTenders.getAsInt() < 0) {
            problems.add(new FieldProblem("savedTenders", "must be 0 or more, not " + savedTenders.getAsInt()));
        }
        return List.copyOf(problems);
    }

    public boolean includes(Feature feature) {
        return features.contains(feature);
    }

    /** @throws NotAllowedException if the plan does not include it */
    public void require(Feature feature) {
        if (!includes(feature)) {
            throw new NotAllowedException(feature.meaning(), "the plan " + name + " does not include it");
        }
    }
}
