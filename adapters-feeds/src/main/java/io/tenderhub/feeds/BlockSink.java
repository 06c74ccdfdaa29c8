package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.TenderWork;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what is found in one block. The first and the last releases wait for the blocks before and after it. */
final class BlockSink<T> implements RecordSink, AutoCloseable {
    private final ReleaseTenders tenders;
    private final TenderWork<T> work;
    private final List<Consumer<Neighbours>> opening = new ArrayList<>();
    private final List<T> results = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Counting counting;
    private final Neighbours inner;
    private @Nullable String firstOcid;
    private boolean inside;

    BlockSink(ReleaseTenders tenders, TenderWork<T> work) {
        this.tenders = tenders;
        this.work = work;
        this.counting = new Counting(new Made());
        this.inner = new Neighbours(tenders, counting);
    }

    BlockResult<T> result(String position) {
        if (!inside) {
            return new BlockResult<>(opening, null, position);
        }
        List<HeldRelease> last = inner.takeHeld();
        return new BlockResult<>(
                opening, new BlockResult.Inside<>(results, rejects, counting.totals(), last), position);
    }

    @Override
    public void release(PublishedRelease release) {
        release(tenders.held(release));
    }

    void release(HeldRelease release) {
        if (inside) {
            inner.release(release);
        } else if (firstOcid == null || firstOcid.equals(release.ocid())) {
            firstOcid = release.ocid();
            HeldRelease kept = release.kept();
            opening.add(neighbours -> neighbours.release(kept));
        } else {
            inside = true;
            inner.release(release);
        }
    }

    @Override
    public void record(List<PublishedRelease> releases) {
        inside = true;
        inner.record(releases);
    }

    @Override
    public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
        inside = true;
        inner.portalRow(row, source, warnings);
    }

    @Override
    public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
        inside = true;
        inner.csvRow(row, source, warnings);
    }

    @Override
    public void reject(Reject reject) {
        if (inside) {
            inner.reject(reject);
        } else {
            opening.add(neighbours -> neighbours.reject(reject));
        }
    }

    @Override
    public void close() {
        inner.close();
    }

    /** What became of the releases inside. */
    private final class Made implements FeedSink {
        @Override
        public void tender(Tender tender) {
            results.add(work.function().apply(tender));
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }
    }
}
