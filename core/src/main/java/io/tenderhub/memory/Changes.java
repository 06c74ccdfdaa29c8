package io.tenderhub.memory;

import io.tenderhub.company.StoredProfile;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.team.TeamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one transaction has read and wants to change; used by one thread. */
final class Changes {
    final Map<String, Optional<Row>> readTenders = new HashMap<>();
    final Map<TeamId, Optional<StoredProfile>> readProfiles = new HashMap<>();
    final Map<String, Row> tenders = new HashMap<>();
    final Map<TeamId, StoredProfile> profiles = new HashMap<>();
    final List<DomainEvent> events = new ArrayList<>();
    private boolean ended;

    void end() {
        ended = true;
    }

    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
    }
}
