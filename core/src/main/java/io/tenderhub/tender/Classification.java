package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A code of a classification scheme such as CPV or UNSPSC, with its words; each part where published. */
public record Classification(Optional<String> scheme, Optional<String> id, Optional<String> description) {
    public Classification {
        requireNonNull(scheme);
        requireNonNull(id);
        requireNonNull(description);
    }
}
