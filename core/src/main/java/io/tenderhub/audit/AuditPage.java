package io.tenderhub.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Some entries of a team's audit trail, newest first.
 *
 * @param next what to ask for to get those before them; empty on the last page
 */
public record AuditPage(List<AuditEntry> entries, Optional<String> next) {
    public AuditPage {
        entries = List.copyOf(entries);
        requireNonNull(next);
    }
}
