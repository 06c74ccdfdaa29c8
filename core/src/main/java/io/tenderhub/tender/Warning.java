package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

/**
 * A quirk of the published data and how it was treated.
 *
 * @param path of the field as published, such as {@code tender.value.amount}
 * @param message what was found and what was made of it, in one sentence
 */
public record Warning(WarningCode code, String path, String message) {
    public Warning {
        requireNonNull(code);
        requireNonNull(path);
        requireNonNull(message);
    }
}
