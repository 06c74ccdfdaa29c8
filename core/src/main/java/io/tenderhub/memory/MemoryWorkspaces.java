package io.tenderhub.memory;

import io.tenderhub.team.TeamId;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.workspace.FollowedTender;
import io.tenderhub.workspace.Standing;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceCursor;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceFollowers;
import io.tenderhub.workspace.WorkspaceOrder;
import io.tenderhub.workspace.WorkspacePage;
import io.tenderhub.workspace.WorkspaceQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is committed: of one team for that team, of all for the system. */
final class MemoryWorkspaces implements WorkspaceCatalog, WorkspaceFollowers {
    private static final Comparator<WorkspaceCursor> CLOSING_SOONEST = Comparator.<WorkspaceCursor, Instant>comparing(
                    cursor -> cursor.time().orElse(Instant.MAX))
            .thenComparing(WorkspaceCursor::ocid, OcidOrder.INSTANCE);
    private static final Comparator<WorkspaceCursor> CHANGED_LATEST = Comparator.<WorkspaceCursor, Instant>comparing(
                    cursor -> cursor.time().orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(WorkspaceCursor::ocid, OcidOrder.INSTANCE);

    private final MemoryTruth truth;

    MemoryWorkspaces(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public TeamWorkspace forTeam(TeamId team) {
        return new OfTeam(team);
    }

    @Override
    public Set<TeamId> of(Collection<String> ocids) {
        Set<TeamId> followers = new HashSet<>();
        truth.teamsById().forEach((team, rows) -> {
            if (ocids.stream().anyMatch(rows.workspace::containsKey)) {
                followers.add(team);
            }
        });
        return followers;
    }

    @Override
    public Map<TeamId, Set<String>> attended(Collection<String> ocids) {
        Map<TeamId, Set<String>> attended = new HashMap<>();
        truth.teamsById().forEach((team, rows) -> {
            Set<String> marked = attended(rows);
            marked.retainAll(ocids);
            if (!marked.isEmpty()) {
                attended.put(team, marked);
            }
        });
        return attended;
    }

    @Override
    public Set<String> attended(TeamId team) {
        return attended(truth.team(team));
    }

    private static Set<String> attended(TeamRows rows) {
        Set<String> marked = new HashSet<>();
        rows.workspace.values().stream().filter(WorkspaceEntry::attended).forEach(entry -> marked.add(entry.ocid()));
        return marked;
    }

    private final class OfTeam implements TeamWorkspace {
        private final TeamId team;

        OfTeam(TeamId team) {
            this.team = team;
        }

        @Override
        public Optional<WorkspaceEntry> find(String ocid) {
            return Optional.ofNullable(truth.team(team).workspace.get(ocid));
        }

        @Override
        public WorkspacePage list(WorkspaceQuery query) {
            Comparator<WorkspaceCursor> order =
                    query.order() == WorkspaceOrder.CLOSING_SOONEST ? CLOSING_SOONEST : CHANGED_LATEST;
            Optional<WorkspaceCursor> after = WorkspaceCursor.of(query);
            List<FollowedTender> following = truth
                    .alone(committed -> committed.team(team).workspace.values().stream()
                            .filter(entry -> query.statuses().isEmpty()
                                    || query.statuses().contains(entry.status()))
                            .map(entry -> followed(entry, tender(committed, entry)))
                            .toList())
                    .stream()
                    .filter(entry -> after.isEmpty()
                            || order.compare(WorkspaceCursor.behind(entry, query.order()), after.get()) > 0)
                    .sorted(Comparator.comparing(entry -> WorkspaceCursor.behind(entry, query.order()), order))
                    .limit(query.limit() + 1L)
                    .toList();
            return WorkspacePage.of(query, following);
        }

        @Override
        public List<Standing> standings() {
            return truth.alone(committed -> committed.team(team).workspace.values().stream()
                    .map(entry -> new Standing(
                            entry.ocid(),
                            entry.status(),
                            tender(committed, entry).flatMap(Tender::closesAt)))
                    .toList());
        }
    }

    private static Optional<Tender> tender(MemoryTruth committed, WorkspaceEntry entry) {
        return committed.tender(entry.ocid()).map(row -> row.stored().tender());
    }

    private static FollowedTender followed(WorkspaceEntry entry, Optional<Tender> tender) {
        return new FollowedTender(
                entry.ocid(),
                entry.status(),
                entry.isConflicted(),
                entry.attended(),
                entry.openTasks(),
                entry.changed(),
                entry.version(),
                tender.map(given -> new FollowedTender.Heading(
                        given.heading(),
                        given.buyingOrganisation().map(Organisation::name),
                        given.status().map(TenderStatus::code),
                        given.value(),
                        given.closesAt())));
    }
}
