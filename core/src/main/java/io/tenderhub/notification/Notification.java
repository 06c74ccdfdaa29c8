package io.tenderhub.notification;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * News of one event. It may come more than once, with the same id.
 *
 * @param id of the event
 * @param type such as {@code tender.updated}
 * @param team whom it is for; empty for everybody
 * @param subject what it is about, such as an ocid
 */
public record Notification(long id, String type, Optional<TeamId> team, String subject, Instant at) {
    public Notification {
        requireNonNull(type);
        requireNonNull(team);
        requireNonNull(subject);
        requireNonNull(at);
    }
}
