package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to the truth. It names what changed and not what it is now: handlers read the truth again, so a
 * repeated or late event does no harm.
 *
 * @param aggregateId of what changed: an ocid, a team's id
 * @param team whose it is; empty for what is public
 * @param payload details for people who look at it, such as the version
 */
public record DomainEvent(EventType type, String aggregateId, Optional<TeamId> team, Map<String, String> payload) {
    public DomainEvent {
        requireNonNull(type);
        requireNonNull(aggregateId);
        requireNonNull(team);
        payload = Map.copyOf(payload);
    }
}
