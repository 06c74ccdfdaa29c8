package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A status code as published.
 *
 * @param code of the OCDS 1.1 codelist {@code tenderStatus}, or any other code a publisher wrote
 */
public record TenderStatus(String code) {
    private static final Set<String> CODELIST =
            Set.of("planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn");
    private static final Set<String> ENDED = Set.of("cancelled", "unsuccessful", "complete", "withdrawn");

    public TenderStatus {
        requireNonNull(code);
    }

    /** Whether the OCDS codelist has this code. */
    public boolean isInCodelist() {
        return CODELIST.contains(code);
    }

    /** Whether the code says that no bid can be made any more. */
    public boolean isEnded() {
        return ENDED.contains(code);
    }
}
