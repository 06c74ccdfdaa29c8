package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps an index up to date by looking at the truth: at every tender now and then, else at those stored since it looked last. What it
 * finds is compared by version, so that looking twice does no harm; nothing rests on events that might be missed. One thread at a time.
 *
 * <p>A tender carries the time it was stored at, which is before it can be seen. So each look begins a while before the newest that was
 * seen by the last one, and that one counts only if it did not take long itself.
 */
public final class IndexFollower {
    /** How late a tender may be seen after it was stored; later ones come with the next walk over all. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    static final Duration WALK_EVERY = Duration.ofHours(6);
    private static final int PAGE = 1_000;
    private static final int TOGETHER = 64;
    private static final int COMMIT_AFTER = 2_000;

    private final TenderCatalog catalog;
    private final WritableIndex index;
    private final IndexedTenders making;
    private final Clock clock;
    /** Tenders that the truth can't read, so that nobody asks for them again and again. */
    private final Map<String, Long> unreadable = new HashMap<>();

    private Followed followed = Followed.NOTHING;
    private long uncommitted;

    public IndexFollower(
            TenderCatalog catalog,
            WritableIndex index,
            Embedder embedder,
            RequirementFinder requirements,
            Clock clock) {
        this.catalog = requireNonNull(catalog);
        this.index = requireNonNull(index);
        this.making = new IndexedTenders(index, embedder, requirements);
        this.clock = requireNonNull(clock);
    }

    /**
     * Brings the index up to date, or as far as it is let; it goes on from there when it is called again. Where another process keeps the
     * index, nothing is done.
     *
     * @param stop asked between steps of a second or less
     * @param told what was done so far, after each step
     * @throws io.tenderhub.failure.UnavailableException if the truth, the index or the model can't be reached
     */
    public Followed catchUp(BooleanSupplier stop, Consumer<Followed> told) {
        followed = Followed.NOTHING;
        if (!index.keep()) {
            return followed;
        }
        boolean settled = false;
        while (!settled && !stop.getAsBoolean()) {
            IndexProgress progress = index.progress();
            settled = isWalkDue(progress) ? walk(progress, stop, told) : changes(progress, stop, told);
        }
        return followed;
    }

    private boolean isWalkDue(IndexProgress progress) {
        Instant now = clock.instant();
        return progress.upTo().isEmpty()
                || progress.walkedTo().isPresent()
                || progress.walkedAt()
                        .filter(at -> !at.isAfter(now) && at.plus(WALK_EVERY).isAfter(now))
                        .isEmpty();
    }

    /** @return whether the index is up to date now */
    private boolean walk(IndexProgress progress, BooleanSupplier stop, Consumer<Followed> told) {
        Instant begun = clock.instant();
        Optional<Instant> newest = progress.upTo();
        Optional<String> after = progress.walkedTo();
        boolean fromBeginning = after.isEmpty();
        while (!stop.getAsBoolean()) {
            List<TenderVersion> page = catalog.versions(after, PAGE, Optional.empty());
            boolean last = page.size() < PAGE;
            Optional<String> to = last ? Optional.empty() : Optional.of(ocid(page));
            TreeMap<String, IndexedVersion> held = held(after, to);
            if (!make(different(page, held), held, stop, told)) {
                return false;
            }
            page.forEach(version -> held.remove(version.ocid()));
            remove(held.keySet().stream().toList());
            newest = later(newest, page);
            if (last) {
                boolean quick = fromBeginning && wasQuick(begun);
                Optional<Instant> upTo = quick ? newest.or(() -> Optional.of(Instant.EPOCH)) : progress.upTo();
                commit(new IndexProgress(upTo, Optional.empty(), Optional.of(clock.instant())));
                return quick;
            }
            after = to;
            if (uncommitted >= COMMIT_AFTER) {
                commit(progress.walkedTo(after.orElseThrow()));
            }
        }
        return false;
    }

    private boolean changes(IndexProgress progress, BooleanSupplier stop, Consumer<Followed> told) {
        Instant begun = clock.instant();
        Instant since = progress.upTo().orElseThrow();
        since = since.isBefore(Instant.EPOCH.plus(OVERLAP)) ? Instant.EPOCH : since.minus(OVERLAP);
        Optional<Instant> newest = progress.upTo();
        Optional<String> after = Optional.empty();
        while (!stop.getAsBoolean()) {
            List<TenderVersion> page = catalog.versions(after, PAGE, Optional.of(since));
            Map<String, IndexedVersion> held = new HashMap<>();
            index.versionsOf(page.stream().map(TenderVersion::ocid).toList())
                    .forEach(version -> held.put(version.ocid(), version));
            if (!make(different(page, held), held, stop, told)) {
                return false;
            }
            newest = later(newest, page);
            if (page.size() < PAGE) {
                boolean quick = wasQuick(begun);
                IndexProgress reached =
                        new IndexProgress(quick ? newest : progress.upTo(), Optional.empty(), progress.walkedAt());
                if (uncommitted > 0 || !reached.equals(progress)) {
                    commit(reached);
                }
                return quick;
            }
            after = Optional.of(ocid(page));
            if (uncommitted >= COMMIT_AFTER) {
                commit(progress);
            }
        }
        return false;
    }

    private boolean wasQuick(Instant begun) {
        return Duration.between(begun, clock.instant()).compareTo(OVERLAP.dividedBy(2)) < 0;
    }

    /** What the index holds behind one ocid, up to and with another. */
    private TreeMap<String, IndexedVersion> held(Optional<String> after, Optional<String> to) {
        TreeMap<String, IndexedVersion> held = new TreeMap<>(OcidOrder.INSTANCE);
        Optional<String> from = after;
        while (true) {
            List<IndexedVersion> page = index.versions(from, PAGE);
            for (IndexedVersion version : page) {
                if (to.isPresent() && OcidOrder.INSTANCE.compare(version.ocid(), to.get()) > 0) {
                    return held;
                }
                held.put(version.ocid(), version);
            }
            if (page.size() < PAGE) {
                return held;
            }
            from = Optional.of(page.get(page.size() - 1).ocid());
        }
    }

    private List<TenderVersion> different(List<TenderVersion> truth, Map<String, IndexedVersion> held) {
        return truth.stream()
                .filter(version -> {
                    IndexedVersion known = held.get(version.ocid());
                    return known == null || known.version() != version.version();
                })
                .filter(version -> unreadable.getOrDefault(version.ocid(), -1L) != version.version())
                .toList();
    }

    /** @return whether all of them were made */
    private boolean make(
            List<TenderVersion> versions,
            Map<String, IndexedVersion> held,
            BooleanSupplier stop,
            Consumer<Followed> told) {
        for (int from = 0; from < versions.size(); from += TOGETHER) {
            if (stop.getAsBoolean()) {
                return false;
            }
            List<TenderVersion> some = versions.subList(from, Math.min(from + TOGETHER, versions.size()));
            List<IndexedTender> made = making.of(
                    catalog.findAll(some.stream().map(TenderVersion::ocid).toList()), held);
            index.put(made);
            rememberUnreadable(some, made);
            uncommitted += made.size();
            followed = followed.plus(made.size(), 0);
            told.accept(followed);
        }
        return true;
    }

    private void rememberUnreadable(List<TenderVersion> asked, List<IndexedTender> made) {
        if (made.size() < asked.size()) {
            Map<String, Long> missing = new HashMap<>();
            asked.forEach(version -> missing.put(version.ocid(), version.version()));
            made.forEach(tender -> missing.remove(tender.ocid()));
            unreadable.putAll(missing);
        }
    }

    /** Unless the truth holds them all the same: they may have come while it was walked over. */
    private void remove(List<String> ocids) {
        if (ocids.isEmpty()) {
            return;
        }
        List<String> gone = new ArrayList<>(ocids);
        catalog.versionsOf(ocids).forEach(version -> gone.remove(version.ocid()));
        index.remove(gone);
        uncommitted += gone.size();
        followed = followed.plus(0, gone.size());
    }

    private void commit(IndexProgress progress) {
        index.commit(progress);
        uncommitted = 0;
    }

    private static Optional<Instant> later(Optional<Instant> newest, List<TenderVersion> page) {
        Optional<Instant> of = page.stream().map(TenderVersion::changedAt).max(Instant::compareTo);
        return newest.isPresent() && (of.isEmpty() || newest.get().isAfter(of.get())) ? newest : of;
    }

    private static String ocid(List<TenderVersion> page) {
        return page.get(page.size() - 1).ocid();
    }
}
