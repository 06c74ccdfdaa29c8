package io.tenderhub.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that was done. Values are texts for people; no secret is ever among them.
 *
 * @param id unique within the team; tells nothing about how much others do
 * @param actor who, such as {@code user:jo-4f21}
 * @param action what, such as {@code workspace.changed}, {@code member.removed}
 * @param subject to what: an ocid, a user's id
 * @param before what was there, by field; empty where nothing was
 * @param after what is there now, by field; empty where nothing is
 */
public record AuditEntry(
        String id,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, String> before,
        Map<String, String> after) {
    public AuditEntry {
        requireNonNull(id);
        requireNonNull(at);
        requireNonNull(actor);
        requireNonNull(action);
        requireNonNull(subject);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
