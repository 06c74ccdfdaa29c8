package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes tenders in input order. Keeps one release back, to see whether the next is of the same ocid; more than one go through a
 * sorter and are merged.
 */
final class Neighbours implements RecordSink, AutoCloseable {
    private final ReleaseTenders tenders;
    private final Counting counting;
    private @Nullable HeldRelease single;
    private @Nullable ReleaseSorter several;

    Neighbours(ReleaseTenders tenders, Counting counting) {
        this.tenders = tenders;
        this.counting = counting;
    }

    @Override
    public void release(PublishedRelease release) {
        release(tenders.held(release));
    }

    void release(HeldRelease release) {
        counting.met();
        HeldRelease before = single;
        if (before != null && !before.ocid().equals(release.ocid())) {
            handOn();
            before = null;
        }
        if (before == null) {
            single = release;
            return;
        }
        if (several == null) {
            several = tenders.newSorter();
            several.add(before.published());
        }
        several.add(release.published());
    }

    @Override
    public void record(List<PublishedRelease> releases) {
        handOn();
        releases.forEach(this::release);
        handOn();
    }

    @Override
    public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
        handOn();
        counting.met();
        counting.tender(() -> tenders.mapping().portalRow(row, source, warnings), source, Optional.empty());
    }

    @Override
    public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
        handOn();
        counting.met();
        counting.tender(() -> tenders.mapping().csvRow(row, source, warnings), source, Optional.empty());
    }

    @Override
    public void reject(Reject reject) {
        counting.reject(reject);
    }

    /** Makes the tender of what is kept back: something else follows, or nothing. */
    void handOn() {
        HeldRelease alone = single;
        if (several != null) {
            tenders.merged(several.sorted(), counting);
        } else if (alone != null) {
            counting.tender(alone::tender, alone.source(), Optional.of(alone.ocid()));
        }
        close();
    }

    /** What is kept back, not counted as met, for somebody else to go on with; ordered by date where several. */
    List<HeldRelease> takeHeld() {
        List<HeldRelease> held = new ArrayList<>();
        if (several != null) {
            several.forEach(release -> held.add(tenders.held(release)));
        } else if (single != null) {
            held.add(single.kept());
        }
        held.forEach(unused -> counting.notMet());
        close();
        return held;
    }

    @Override
    public void close() {
        if (several != null) {
            several.close();
        }
        several = null;
        single = null;
    }
}
