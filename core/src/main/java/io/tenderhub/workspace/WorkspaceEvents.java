package io.tenderhub.workspace;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.team.Actor;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the team and its programs are told of a change: who, and what about, but not what was written. */
public final class WorkspaceEvents {
    private static final String FIELDS = "fields";
    private static final String REMOVED = "removed";

    private WorkspaceEvents() {}

    static DomainEvent saved(Actor actor, WorkspaceEntry entry) {
        return event(EventType.WORKSPACE_SAVED, actor, entry.ocid(), Map.of("version", "" + entry.version()));
    }

    /** @param fields that were changed */
    static DomainEvent changed(Actor actor, WorkspaceEntry after, Collection<String> fields) {
        return event(
                EventType.WORKSPACE_CHANGED,
                actor,
                after.ocid(),
                Map.of(
                        "version",
                        "" + after.version(),
                        FIELDS,
                        String.join(",", new TreeSet<>(fields)),
                        "status",
                        after.status().code(),
                        "conflicted",
                        "" + after.isConflicted()));
    }

    static DomainEvent removed(Actor actor, String ocid) {
        return event(EventType.WORKSPACE_CHANGED, actor, ocid, Map.of(FIELDS, REMOVED));
    }

    private static DomainEvent event(EventType type, Actor actor, String ocid, Map<String, String> about) {
        Map<String, String> payload = new HashMap<>(about);
        payload.put("by", actor.name());
        return new DomainEvent(type, ocid, Optional.of(actor.team()), payload);
    }

    /** Whether the team's score of the tender may be another one, or a first one, because of this. */
    public static boolean bearOnScore(DomainEvent event) {
        return switch (event.type()) {
            case WORKSPACE_SAVED -> true;
            case WORKSPACE_CHANGED -> {
                List<String> fields = Arrays.asList(
                        event.payload().getOrDefault(FIELDS, REMOVED).split(","));
                yield fields.contains(EntryFields.ATTENDED) || fields.contains(REMOVED);
            }
            default -> false;
        };
    }
}
