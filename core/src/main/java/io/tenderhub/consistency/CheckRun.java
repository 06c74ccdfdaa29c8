package io.tenderhub.consistency;

import io.tenderhub.cache.InspectableCache;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run of a check. */
final class CheckRun {
    /** What is compared, and what a repair needs. */
    record Stores(
            TenderCatalog catalog,
            Derived derived,
            OutboxQueue outbox,
            PendingEvents pending,
            InspectableCache cache,
            UnitOfWork unitOfWork,
            Progress progress,
            Clock clock) {}

    private final Stores stores;
    private final CheckOptions options;
    private final String task;
    private final Instant now;
    private final Tally tally;
    private final Repair repair;
    private final Comparison comparison;
    private final CachedTenders cachedTenders;
    private long tenders;
    private long waiting;
    private long answersEnded;

    CheckRun(Stores stores, CheckOptions options, Consumer<? super Finding> findings) {
        this.stores = stores;
        this.now = stores.clock().instant();
        this.options = options;
        this.task = task(options);
        this.tally = new Tally(findings);
        this.repair = new Repair(stores.unitOfWork(), options.pageSize(), "repair");
        Instant settled = now.minus(options.grace());
        this.comparison = new Comparison(stores.catalog(), stores.pending(), settled, options.pageSize());
        this.cachedTenders = new CachedTenders(
                stores.cache(), stores.catalog(), stores.derived().summaries(), stores.pending(), settled);
    }

    /** A check that only looks is no part of one that repairs, nor one of what changed lately of one of everything. */
    private static String task(CheckOptions options) {
        String task = options.repair() ? "check-and-repair" : "check";
        return options.since().map(since -> task + "-since-" + since).orElse(task);
    }

    CheckReport toItsEnd() {
        Optional<String> position = options.resume() ? stores.progress().position(task) : Optional.empty();
        boolean ended = false;
        while (!ended && hasMoreToDo()) {
            TenderRange range = TenderRange.read(stores.catalog(), position, nextPage(), options.since());
            lookAt(range);
            tenders += range.tenders().size();
            ended = range.isLast();
            position = range.upTo();
            position.ifPresent(reached -> stores.progress().remember(task, reached));
        }
        if (ended) {
            stores.progress().forget(task);
        }
        lookForTeamsGone();
        lookAtEvents();
        return report(position);
    }

    private boolean hasMoreToDo() {
        return options.limit().filter(most -> tenders >= most).isEmpty();
    }

    private int nextPage() {
        return (int) Math.min(
                options.pageSize(), options.limit().map(most -> most - tenders).orElse(Long.MAX_VALUE));
    }

    private void lookAt(TenderRange range) {
        for (DerivedDocuments documents : stores.derived().all()) {
            comparison.compare(range, documents, differences -> note(documents, differences));
        }
        lookAtCache(range);
        repair.flush();
    }

    private void lookAtCache(TenderRange range) {
        List<CachedTenders.Outdated> outdated = cachedTenders.outdated(range);
        for (CachedTenders.Outdated answer : outdated) {
            if (answer.underWay()) {
                waiting++;
            } else {
                tally.add(new Finding(FindingKind.CACHE_DIFFERS, answer.ocid(), Optional.empty(), answer.detail()));
            }
        }
        if (options.repair()) {
            cachedTenders.end(
                    outdated.stream().map(CachedTenders.Outdated::ocid).toList());
            answersEnded += outdated.size();
        }
    }

    private void note(DerivedDocuments documents, List<Difference> differences) {
        boolean teamIsRaised = documents.team().filter(repair::hasRaised).isPresent();
        List<Difference> toRepair = new ArrayList<>();
        for (Difference difference : differences) {
            if (!difference.underWay() || teamIsRaised) {
                toRepair.add(difference);
                tally.add(new Finding(
                        documents.kind(difference.standing()),
                        difference.ocid(),
                        documents.team(),
                        difference.detail()));
            } else {
                waiting++;
                if (difference.standing() == Standing.ORPHAN) {
                    // May go already: the event that waits brings back what should not have gone.
                    toRepair.add(difference);
                }
            }
        }
        if (options.repair()) {
            repair.putRight(documents, toRepair);
        }
    }

    private void lookForTeamsGone() {
        for (TeamId team : stores.derived().teamsGone()) {
            if (!stores.pending().waitingFor(Set.of(team.value())).isEmpty()) {
                waiting++;
                continue;
            }
            tally.add(new Finding(
                    FindingKind.TEAM_GONE,
                    team.value(),
                    Optional.of(team),
                    stores.derived().scores().forTeam(team).count() + " scores"));
            if (options.repair()) {
                repair.deleted(stores.derived().scores().forTeam(team).deleteEverything());
                repair.raiseTeam(team);
            }
        }
    }

    private void lookAtEvents() {
        OutboxDepth depth = stores.outbox().depth();
        if (depth.parked() > 0) {
            tally.add(outbox(FindingKind.EVENTS_PARKED, depth.parked() + " parked"), depth.parked());
        }
        if (depth.lag(now).compareTo(options.patience()) > 0) {
            tally.add(outbox(
                    FindingKind.EVENTS_STUCK,
                    depth.waiting() + " waiting, the oldest since "
                            + depth.oldestWaiting().orElse(now)));
        }
    }

    private Finding outbox(FindingKind kind, String detail) {
        return new Finding(kind, "outbox", Optional.empty(), detail);
    }

    private CheckReport report(Optional<String> stoppedAt) {
        return new CheckReport(
                tenders,
                stores.derived().profiles().versions().size(),
                tally.counts(),
                tally.examples(),
                waiting,
                repair.eventsRaised(),
                repair.documentsDeleted(),
                answersEnded,
                options.repair(),
                stoppedAt);
    }
}
