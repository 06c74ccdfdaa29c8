package io.tenderhub.workspace;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.popularity.PopularTenders;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Feature;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Plans;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The tenders that teams follow. Each change is one transaction with a line in the audit trail and an event; after it has
 * returned, the team's own reads show it, unless the cache is away just then: as soon as its event is handled. All methods throw {@link io.tenderhub.failure.NotAllowedException} if the actor may not,
 * and {@link UnavailableException} if the truth can't be reached.
 */
public final class Workspaces {
    private final UnitOfWork unitOfWork;
    private final WorkspaceCatalog catalog;
    private final WorkspaceViews views;
    private final Plans plans;
    private final Cache cache;
    private final PopularTenders popular;
    private final Clock clock;

    public Workspaces(
            UnitOfWork unitOfWork,
            WorkspaceCatalog catalog,
            SummaryRepository summaries,
            ScoreRepository scores,
            Plans plans,
            Cache cache,
            PopularTenders popular,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.catalog = catalog;
        this.views = new WorkspaceViews(catalog, summaries, scores, cache, this::features, clock);
        this.plans = plans;
        this.cache = cache;
        this.popular = popular;
        this.clock = clock;
    }

    private record Saved(WorkspaceEntry entry, boolean isNew) {}

    private Set<Feature> features(TeamId team) {
        return unitOfWork
                .<Optional<Team>>forTeam(team, transaction -> transaction.team().find())
                .map(found -> plans.of(found).features())
                .orElse(Set.of());
    }

    /**
     * Saves a tender to the team's workspace; saved again it stays as it is.
     *
     * @return the entry as it is now
     * @throws NotFoundException if there is no such tender, or the team is not active
     * @throws LimitReachedException if the team's plan allows no more saved tenders
     */
    public WorkspaceEntry save(Actor actor, String ocid) {
        actor.require(Permission.EDIT_WORKSPACE);
        Saved saved = unitOfWork.<Saved>forTeam(actor.team(), transaction -> save(transaction, actor, ocid));
        if (saved.isNew()) {
            popular.saved(ocid);
            endOwnAnswers(actor.team());
        }
        return saved.entry();
    }

    private Saved save(TeamTransaction transaction, Actor actor, String ocid) {
        // Two who save at once count one after the other, and the second one finds what the first one saved.
        Team team = transaction
                .team()
                .lock()
                .filter(known -> known.state() == Team.State.ACTIVE)
                .orElseThrow(() -> new NotFoundException("team", actor.team().value()));
        Optional<WorkspaceEntry> known = transaction.workspace().find(ocid);
        if (known.isPresent()) {
            return new Saved(known.get(), false);
        }
        OptionalInt most = plans.of(team).savedTenders();
        if (most.isPresent() && transaction.workspace().count() >= most.getAsInt()) {
            throw new LimitReachedException("saved tenders", most.getAsInt());
        }
        WorkspaceEntry entry = WorkspaceEntry.saved(ocid, stamp(actor));
        if (!transaction.workspace().insert(entry)) {
            throw new IllegalStateException("an entry was added without a lock on its team");
        }
        transaction
                .audit()
                .append(
                        actor.name(),
                        "workspace.saved",
                        ocid,
                        Map.of(),
                        AuditTexts.of(entry, entry.fieldVersions().keySet()));
        transaction.outbox().append(List.of(WorkspaceEvents.saved(actor, entry)));
        return new Saved(entry, true);
    }

    /**
     * Changes an entry; what others write meanwhile is kept beside, see {@link WorkspaceEntry}.
     *
     * @return the entry after it, with whatever else went into it
     * @throws NotFoundException if the tender is not in the workspace
     * @throws InvalidInputException if the update breaks a rule, or assigns a task to somebody who is not in the team
     * @throws io.tenderhub.failure.ConflictException if the entry has to be read again first
     */
    public WorkspaceEntry update(Actor actor, String ocid, WorkspaceUpdate update) {
        actor.require(Permission.EDIT_WORKSPACE);
        WorkspaceEntry after = unitOfWork.<WorkspaceEntry>forTeam(actor.team(), transaction -> {
            WorkspaceEntry before = require(transaction, ocid);
            WorkspaceEntry changed = before.apply(update, stamp(actor));
            requireMembers(transaction, before, update);
            SortedSet<String> fields = WorkspaceEntry.fieldsOf(update);
            transaction.workspace().update(changed);
            transaction
                    .audit()
                    .append(
                            actor.name(),
                            "workspace.changed",
                            ocid,
                            AuditTexts.of(before, fields),
                            AuditTexts.of(changed, fields));
            transaction.outbox().append(List.of(WorkspaceEvents.changed(actor, changed, fields)));
            return changed;
        });
        endOwnAnswers(actor.team());
        return after;
    }

    /** Whom a task is given to anew has to be in the team; whoever had it before may have left. */
    private static void requireMembers(TeamTransaction transaction, WorkspaceEntry before, WorkspaceUpdate update) {
        List<FieldProblem> problems = new ArrayList<>();
        new TreeMap<>(update.tasks()).forEach((id, task) -> {
            Optional<Task> known = Optional.ofNullable(before.tasks().get(id));
            task.flatMap(Task::assignee)
                    .filter(user ->
                            known.flatMap(Task::assignee).filter(user::equals).isEmpty())
                    .filter(user -> transaction.members().find(user).isEmpty())
                    .ifPresent(user -> problems.add(new FieldProblem(
                            EntryFields.TASKS + id + ".assignee", "must be a member of the team, not " + user)));
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException("workspace entry " + before.ocid(), problems);
        }
    }

    /**
     * Removes a tender from the workspace, with its notes and tasks.
     *
     * @param seen the clock of the entry as the actor saw it
     * @throws NotFoundException if it is not in the workspace
     * @throws io.tenderhub.failure.ConflictException if something was written that the actor has not seen
     */
    public void remove(Actor actor, String ocid, VectorClock seen) {
        actor.require(Permission.EDIT_WORKSPACE);
        unitOfWork.<Boolean>forTeam(actor.team(), transaction -> {
            WorkspaceEntry entry = require(transaction, ocid);
            entry.requireAllSeen(seen);
            transaction
                    .audit()
                    .append(
                            actor.name(),
                            "workspace.removed",
                            ocid,
                            AuditTexts.of(entry, entry.fieldVersions().keySet()),
                            Map.of());
            transaction.outbox().append(List.of(WorkspaceEvents.removed(actor, ocid)));
            return transaction.workspace().remove(ocid);
        });
        endOwnAnswers(actor.team());
    }

    /** Of a team that leaves nothing is changed any more, also by who asked before it did. */
    private static WorkspaceEntry require(TeamTransaction transaction, String ocid) {
        return transaction
                .team()
                .find()
                .filter(team -> team.state() == Team.State.ACTIVE)
                .flatMap(team -> transaction.workspace().find(ocid))
                .orElseThrow(() -> new NotFoundException("workspace entry", ocid));
    }

    /** The entry as the truth holds it now, to be shown and changed. */
    public Optional<WorkspaceEntry> find(Actor actor, String ocid) {
        actor.require(Permission.READ);
        return catalog.forTeam(actor.team()).find(ocid);
    }

    /**
     * A page of the workspace with summaries and scores. When these can't be read the answer says so, and is not kept.
     *
     * @throws InvalidInputException if the cursor is not one that was given for the same query
     */
    public WorkspaceList list(Actor actor, WorkspaceQuery query) {
        actor.require(Permission.READ);
        return views.list(actor.team(), query);
    }

    /** The workspace at a glance, as of half an hour ago at most. When scores can't be read it says so, and is not kept. */
    public Dashboard dashboard(Actor actor) {
        actor.require(Permission.READ);
        return views.dashboard(actor.team());
    }

    /** To what the truth keeps of a time. */
    private Stamp stamp(Actor actor) {
        return new Stamp(actor.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** So that the team reads what it wrote without waiting for the event, which does it again. */
    private void endOwnAnswers(TeamId team) {
        try {
            cache.invalidate(Set.of(CacheTag.workspace(team)));
        } catch (UnavailableException cacheIsAway) {
            // The event is tried until it is back.
        }
    }
}
