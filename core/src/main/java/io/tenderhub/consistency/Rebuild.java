package io.tenderhub.consistency;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.NotYetException;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderCatalog;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes everything that is derived anew from the truth, page by page, by the handlers that make it otherwise. May run beside
 * workers: version guards decide what stands. After each page it notes how far it is, so that a rebuild that was ended in whatever
 * way goes on there.
 */
public final class Rebuild {
    private static final String TASK = "rebuild";

    private final TenderCatalog catalog;
    private final Derived derived;
    private final ScoreRepository scores;
    private final UnitOfWork unitOfWork;
    private final List<EventHandler> handlers;
    private final Cache cache;
    private final Progress progress;
    private final Clock clock;

    /**
     * @param handlers that make what is derived, in their order
     */
    public Rebuild(
            TenderCatalog catalog,
            ProfileCatalog profiles,
            SummaryRepository summaries,
            ScoreRepository scores,
            UnitOfWork unitOfWork,
            List<? extends EventHandler> handlers,
            Cache cache,
            Progress progress,
            Clock clock) {
        this.catalog = catalog;
        this.derived = new Derived(profiles, summaries, scores);
        this.scores = scores;
        this.unitOfWork = unitOfWork;
        this.handlers = List.copyOf(handlers);
        this.cache = cache;
        this.progress = progress;
        this.clock = clock;
    }

    /** Whether an earlier rebuild did not come to its end. */
    public boolean isUnfinished() {
        return progress.position(TASK).isPresent();
    }

    /**
     * Goes on where an earlier rebuild was ended, else begins.
     *
     * @param restart begins in any case
     * @param pageSize tenders that are made anew together, 1 or more
     * @param listener gets what is done after each page
     * @throws UnavailableException if a store can't be reached; the next call goes on from there
     */
    public RebuildResult run(boolean restart, int pageSize, Consumer<? super RebuildResult> listener) {
        if (restart) {
            progress.forget(TASK);
        }
        return new Run(pageSize).toItsEnd(listener);
    }

    private final class Run {
        private final int pageSize;
        private final Repair repair;
        private long tenders;
        private long leftToWorkers;

        Run(int pageSize) {
            this.pageSize = pageSize;
            this.repair = new Repair(unitOfWork, pageSize, TASK);
        }

        RebuildResult toItsEnd(Consumer<? super RebuildResult> listener) {
            long expected = catalog.count();
            Optional<String> position = progress.position(TASK);
            boolean ended = false;
            while (!ended) {
                TenderRange range = TenderRange.read(catalog, position, pageSize, Optional.empty());
                makeAnew(range);
                tenders += range.tenders().size();
                ended = range.isLast();
                position = range.upTo();
                position.ifPresent(reached -> progress.remember(TASK, reached));
                listener.accept(result(expected));
            }
            removeTeamsGone();
            endCachedAnswers();
            progress.forget(TASK);
            return result(expected);
        }

        private void makeAnew(TenderRange range) {
            Comparison comparison = new Comparison(catalog, ids -> Set.of(), Instant.MAX, pageSize);
            for (DerivedDocuments documents : derived.all()) {
                comparison.compare(range, documents, differences -> clear(documents, differences));
            }
            handle(EventType.TENDER_UPDATED, range.tenders().keySet(), Optional.empty());
            repair.flush();
        }

        /** Removes what version guards would keep in the way; should that hit a right one, it is made again at once. */
        private void clear(DerivedDocuments documents, List<Difference> differences) {
            List<String> inTheWay = differences.stream()
                    .filter(Difference::mustGo)
                    .map(Difference::ocid)
                    .toList();
            if (!inTheWay.isEmpty()) {
                repair.deleted(documents.deleteAll(inTheWay));
                handle(EventType.TENDER_UPDATED, inTheWay, Optional.empty());
            }
        }

        private void removeTeamsGone() {
            for (TeamId team : derived.teamsGone()) {
                repair.deleted(scores.forTeam(team).deleteEverything());
                handle(EventType.COMPANY_UPDATED, List.of(team.value()), Optional.of(team));
            }
        }

        private void endCachedAnswers() {
            Set<CacheTag> tags = new HashSet<>(Set.of(CacheTag.SEARCHES, CacheTag.TOP_TENDERS));
            for (ProfileVersion profile : derived.profiles().versions()) {
                tags.add(CacheTag.team(profile.team()));
                if (tags.size() >= pageSize) {
                    cache.invalidate(tags);
                    tags.clear();
                }
            }
            cache.invalidate(tags);
        }

        private void handle(EventType type, Collection<String> ids, Optional<TeamId> team) {
            List<RaisedEvent> events = ids.stream()
                    .map(id -> new RaisedEvent(
                            0, new DomainEvent(type, id, team, Map.of("reason", TASK)), clock.instant()))
                    .toList();
            Set<String> failed = new LinkedHashSet<>();
            for (EventHandler handler : handlers) {
                if (!events.isEmpty() && handler.handles().contains(type)) {
                    failed.addAll(failing(handler, events));
                }
            }
            cache.invalidate(ids.stream()
                    .map(id -> team.map(CacheTag::team).orElseGet(() -> CacheTag.tender(id)))
                    .collect(Collectors.toUnmodifiableSet()));
            leftToWorkers += failed.size();
            failed.forEach(id -> team.ifPresentOrElse(repair::raiseTeam, () -> repair.raiseTender(id)));
        }

        /** Hands on events, one by one if something fails; whatever fails alone, the relay tries again or sets aside. */
        private Set<String> failing(EventHandler handler, List<RaisedEvent> events) {
            try {
                handler.handle(events);
                return Set.of();
            } catch (UnavailableException storeIsAway) {
                throw storeIsAway;
            } catch (NotYetException others) {
                return RaisedEvent.aggregates(events.stream()
                        .filter(raised -> others.concerns(raised.event()))
                        .toList());
            } catch (RuntimeException | StackOverflowError failure) {
                if (events.size() == 1) {
                    return RaisedEvent.aggregates(events);
                }
            }
            Set<String> failed = new LinkedHashSet<>();
            events.forEach(one -> failed.addAll(failing(handler, List.of(one))));
            return failed;
        }

        private RebuildResult result(long expected) {
            return new RebuildResult(tenders, expected, repair.documentsDeleted(), leftToWorkers);
        }
    }
}
