package io.tenderhub.history;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What one field said before and after.
 *
 * @param path in OCDS names, as in {@code tender.tenderPeriod.endDate}; a member of a list is named by its id where it has one, as in
 *     {@code awards[7].value.amount}, else by its place, as in {@code awards[#1]}
 * @param before absent if the field was not there
 * @param after absent if the field is not there any more; not equal to {@code before}
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {
    public FieldChange {
        requireNonNull(path);
        requireNonNull(before);
        requireNonNull(after);
    }
}
