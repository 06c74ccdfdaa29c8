package io.tenderhub.consistency;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks whether what is derived fits the truth, page by page beside running workers: no transaction is held from one page to the
 * next, memory does not grow with the number of tenders, and each page ends with a note of how far the check has come.
 */
public final class ConsistencyChecker {
    private final TenderCatalog catalog;
    private final Derived derived;
    private final ScoreRepository scores;
    private final OutboxQueue outbox;
    private final PendingEvents pending;
    private final UnitOfWork unitOfWork;
    private final Progress progress;
    private final Clock clock;

    public ConsistencyChecker(
            TenderCatalog catalog,
            ProfileCatalog profiles,
            SummaryRepository summaries,
            ScoreRepository scores,
            OutboxQueue outbox,
            PendingEvents pending,
            UnitOfWork unitOfWork,
            Progress progress,
            Clock clock) {
        this.catalog = catalog;
        this.derived = new Derived(profiles, summaries, scores);
        this.scores = scores;
        this.outbox = outbox;
        this.pending = pending;
        this.unitOfWork = unitOfWork;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Looks, and puts right if asked to.
     *
     * @param findings gets every finding as soon as it is made
     * @throws io.tenderhub.failure.UnavailableException if a store can't be reached; a check that resumes goes on behind the
     *     last page that was done
     */
    public CheckReport check(CheckOptions options, Consumer<? super Finding> findings) {
        return new Run(options, findings).toItsEnd();
    }

    private final class Run {
        private final CheckOptions options;
        private final String task;
        private final Instant now = clock.instant();
        private final Tally tally;
        private final Repair repair;
        private final Comparison comparison;
        private long tenders;
        private long waiting;

        Run(CheckOptions options, Consumer<? super Finding> findings) {
            this.options = options;
            this.task = options.since().isPresent() ? "check-changed" : "check";
            this.tally = new Tally(findings);
            this.repair = new Repair(unitOfWork, options.pageSize(), "repair");
            this.comparison = new Comparison(catalog, pending, now.minus(options.grace()), options.pageSize());
        }

        CheckReport toItsEnd() {
            Optional<String> position = options.resume() ? progress.position(task) : Optional.empty();
            boolean ended = false;
            while (!ended && hasMoreToDo()) {
                TenderRange range = TenderRange.read(catalog, position, nextPage(), options.since());
                lookAt(range);
                tenders += range.tenders().size();
                ended = range.isLast();
                position = range.upTo();
                position.ifPresent(reached -> progress.remember(task, reached));
            }
            if (ended) {
                progress.forget(task);
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
                    options.pageSize(),
                    options.limit().map(most -> most - tenders).orElse(Long.MAX_VALUE));
        }

        private void lookAt(TenderRange range) {
            for (DerivedDocuments documents : derived.all()) {
                comparison.compare(range, documents, differences -> note(documents, differences));
            }
            repair.flush();
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
            for (TeamId team : derived.teamsGone()) {
                if (!pending.waitingFor(Set.of(team.value())).isEmpty()) {
                    waiting++;
                    continue;
                }
                tally.add(new Finding(
                        FindingKind.TEAM_GONE,
                        team.value(),
                        Optional.of(team),
                        scores.forTeam(team).count() + " scores"));
                if (options.repair()) {
                    repair.deleted(scores.forTeam(team).deleteEverything());
                    repair.raiseTeam(team);
                }
            }
        }

        private void lookAtEvents() {
            OutboxDepth depth = outbox.depth();
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
                    derived.profiles().versions().size(),
                    tally.counts(),
                    tally.examples(),
                    waiting,
                    repair.eventsRaised(),
                    repair.documentsDeleted(),
                    0,
                    options.repair(),
                    stoppedAt);
        }
    }
}
