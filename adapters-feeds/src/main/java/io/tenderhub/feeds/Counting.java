package io.tenderhub.feeds;

import io.tenderhub.feeds.published.UnreadableRecordException;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands on to a feed's sink and counts. */
final class Counting {
    private final FeedSink sink;
    private long records;
    private long tenders;
    private long rejected;

    Counting(FeedSink sink) {
        this.sink = sink;
    }

    void met() {
        records++;
    }

    void met(long more) {
        records += more;
    }

    /** Takes back a {@link #met()}: somebody else counts it. */
    void notMet() {
        records--;
    }

    /** Counts what was counted elsewhere, and hands on the rejects among it. */
    void add(FeedTotals more, List<Reject> rejects) {
        records += more.records();
        tenders += more.tenders();
        rejected += more.rejected();
        rejects.forEach(sink::reject);
    }

    /** Hands on a tender, or a reject where it can't be made; its records were met before. */
    void tender(Supplier<Tender> mapped, Source source, Optional<String> ocid) {
        Tender tender;
        try {
            tender = mapped.get();
        } catch (UnreadableRecordException e) {
            rejected++;
            sink.reject(new Reject(source.name(), source.position(), ocid, PublishedJson.oneLine(e.getMessage())));
            return;
        }
        tenders++;
        sink.tender(tender);
    }

    void reject(Reject reject) {
        records++;
        rejected++;
        sink.reject(reject);
    }

    FeedTotals totals() {
        return new FeedTotals(records, tenders, rejected);
    }
}
