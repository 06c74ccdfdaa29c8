package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/**
 * How many tenders there are of one kind.
 *
 * @param name empty for those of which it is not published
 */
public record Count(Optional<String> name, long tenders) {
    /** By name, without one last. */
    public static final Comparator<Count> BY_NAME = Comparator.comparing(
                    (Count count) -> count.name().isEmpty())
            .thenComparing(count -> count.name().orElse(""));

    /** Most first; of equal ones by name. */
    public static final Comparator<Count> MOST_FIRST =
            Comparator.comparingLong(Count::tenders).reversed().thenComparing(BY_NAME);

    public Count {
        requireNonNull(name);
    }
}
