package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A decision for one or more suppliers; each part where published. */
public record Award(
        Optional<String> id,
        Optional<String> status,
        Optional<Instant> date,
        Optional<Money> value,
        List<Organisation> suppliers) {
    public Award {
        requireNonNull(id);
        requireNonNull(status);
        requireNonNull(date);
        requireNonNull(value);
        suppliers = List.copyOf(suppliers);
    }
}
