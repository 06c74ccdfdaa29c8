package io.tenderhub.memory;

import io.tenderhub.audit.AuditEntry;
import io.tenderhub.audit.AuditTrail;
import io.tenderhub.team.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries are numbered within their team, so an id tells nothing about others. */
final class MemoryAuditTrail implements AuditTrail {
    private final TeamId team;
    private final Changes changes;

    MemoryAuditTrail(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public void append(
            String actor, String action, String subject, Map<String, String> before, Map<String, String> after) {
        List<AuditEntry> trail = changes.changedTeam(team).audit;
        String id = Integer.toString(trail.size() + 1);
        trail.add(new AuditEntry(id, changes.now(), actor, action, subject, before, after));
    }

    @Override
    public List<AuditEntry> latest(Optional<String> olderThan, int limit) {
        List<AuditEntry> trail = changes.team(team).audit;
        int end = olderThan.map(id -> position(id, trail)).orElse(trail.size());
        List<AuditEntry> page = new ArrayList<>();
        for (int i = end - 1; i >= 0 && page.size() < limit; i--) {
            page.add(trail.get(i));
        }
        return List.copyOf(page);
    }

    private static int position(String id, List<AuditEntry> trail) {
        for (int i = 0; i < trail.size(); i++) {
            if (trail.get(i).id().equals(id)) {
                return i;
            }
        }
        return 0;
    }
}
