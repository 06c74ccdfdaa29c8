package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Whom to ask; each part where published. */
public record Contact(Optional<String> name, Optional<String> email, Optional<String> telephone) {
    public Contact {
        requireNonNull(name);
        requireNonNull(email);
        requireNonNull(telephone);
    }
}
