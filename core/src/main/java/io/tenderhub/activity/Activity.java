package io.tenderhub.activity;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param id of this happening; told twice under the same id it is kept once
 * @param type such as {@code tender.updated}
 * @param team whose it is; empty for what is public
 * @param subject what it happened to, such as an ocid
 * @param details a few texts
 */
public record Activity(
        String id, String type, Optional<TeamId> team, String subject, Map<String, String> details, Instant at) {
    public Activity {
        requireNonNull(id);
        requireNonNull(type);
        requireNonNull(team);
        requireNonNull(subject);
        details = Map.copyOf(details);
        requireNonNull(at);
    }
}
