package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a bidder asks first, in fixed fields, each in a few words; absent where the tender does not say. */
public record Facts(
        Optional<String> closing,
        Optional<String> briefing,
        Optional<String> cidb,
        Optional<String> value,
        Optional<String> place,
        Optional<String> contact) {
    public Facts {
        requireNonNull(closing);
        requireNonNull(briefing);
        requireNonNull(cidb);
        requireNonNull(value);
        requireNonNull(place);
        requireNonNull(contact);
    }
}
