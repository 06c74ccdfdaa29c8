package io.tenderhub.consistency;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Raises events again, so that their handlers put right what is derived; never touches the truth. A document that version guards
 * would keep in the way is deleted before its event is raised: should the deletion hit a right one, the event brings it back.
 */
final class Repair {
    /** From so many wrong scores in a portion on, one recalculation of the team costs less than an event for each. */
    private static final int WORTH_A_RECALCULATION = 100;

    private final UnitOfWork unitOfWork;
    private final int portion;
    private final String reason;
    private final Set<String> tenders = new LinkedHashSet<>();
    private final Set<TeamId> recalculated = new HashSet<>();
    private long eventsRaised;
    private long documentsDeleted;

    /**
     * @param portion how many events are appended together
     * @param reason stands in the events
     */
    Repair(UnitOfWork unitOfWork, int portion, String reason) {
        this.unitOfWork = unitOfWork;
        this.portion = portion;
        this.reason = reason;
    }

    void putRight(DerivedDocuments documents, List<Difference> differences) {
        List<String> inTheWay = differences.stream()
                .filter(Difference::mustGo)
                .map(Difference::ocid)
                .toList();
        if (!inTheWay.isEmpty()) {
            documentsDeleted += documents.deleteAll(inTheWay);
            inTheWay.forEach(this::raiseTender);
        }
        List<Difference> lacking =
                differences.stream().filter(difference -> !difference.mustGo()).toList();
        Optional<TeamId> team = documents.team();
        if (team.isPresent()
                && (lacking.size() >= WORTH_A_RECALCULATION
                        || lacking.stream().anyMatch(Difference::lacksOnlyTheProfile))) {
            raiseTeam(team.get());
        } else if (team.filter(this::hasRaised).isEmpty()) {
            lacking.forEach(difference -> raiseTender(difference.ocid()));
        }
    }

    /** Has a tender handled again, with the next portion. */
    void raiseTender(String ocid) {
        // The outbox can't hold this character; no tender has it, so nothing but the deletion was needed.
        if (ocid.indexOf('\0') < 0) {
            tenders.add(ocid);
        }
        if (tenders.size() >= portion) {
            flush();
        }
    }

    /** Has all of a team handled again, once in the run. */
    void raiseTeam(TeamId team) {
        if (recalculated.add(team)) {
            DomainEvent event = event(EventType.COMPANY_UPDATED, team.value(), Optional.of(team));
            unitOfWork.<Boolean>forTeam(team, transaction -> {
                transaction.outbox().append(List.of(event));
                return true;
            });
            eventsRaised++;
        }
    }

    /** Whether all of a team will be handled because of this. */
    boolean hasRaised(TeamId team) {
        return recalculated.contains(team);
    }

    void deleted(long documents) {
        documentsDeleted += documents;
    }

    /** Appends what was collected. */
    void flush() {
        if (tenders.isEmpty()) {
            return;
        }
        List<DomainEvent> events = tenders.stream()
                .map(ocid -> event(EventType.TENDER_UPDATED, ocid, Optional.empty()))
                .toList();
        unitOfWork.<Boolean>forSystem(transaction -> {
            transaction.outbox().append(events);
            return true;
        });
        eventsRaised += events.size();
        tenders.clear();
    }

    long eventsRaised() {
        return eventsRaised;
    }

    long documentsDeleted() {
        return documentsDeleted;
    }

    private DomainEvent event(EventType type, String id, Optional<TeamId> team) {
        return new DomainEvent(type, id, team, Map.of("reason", reason));
    }
}
