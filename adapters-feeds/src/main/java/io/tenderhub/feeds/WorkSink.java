package io.tenderhub.feeds;

import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.OrderedParallel;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.TenderWork;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;

/** Has tenders that were made on the reading thread worked on: some at a time by the workers, or at once and here. */
final class WorkSink<T> implements FeedSink {
    private static final int TENDERS_AT_A_TIME = 64;
    private static final long CHARACTERS_AT_A_TIME = 500_000;

    private final TenderWork<T> work;
    private final OrderedParallel<Runnable> parallel;
    private boolean atOnce;
    private List<Tender> waiting = new ArrayList<>(TENDERS_AT_A_TIME);
    private long characters;

    WorkSink(TenderWork<T> work, OrderedParallel<Runnable> parallel) {
        this.work = work;
        this.parallel = parallel;
    }

    /** From now on the result of a tender is due at once, for the workers are busy with what comes after it. */
    void workAtOnce() {
        begin();
        atOnce = true;
    }

    /** From now on tenders may wait for others. */
    void workTogether() {
        atOnce = false;
    }

    @Override
    public void tender(Tender tender) {
        if (atOnce) {
            work.results().accept(work.function().apply(tender));
            return;
        }
        waiting.add(tender);
        characters += tender.raw().length();
        if (waiting.size() == TENDERS_AT_A_TIME || characters >= CHARACTERS_AT_A_TIME) {
            begin();
        }
    }

    @Override
    public void reject(Reject reject) {
        work.rejects().accept(reject);
    }

    /** Has those worked on that wait. */
    void begin() {
        List<Tender> tenders = waiting;
        waiting = new ArrayList<>(TENDERS_AT_A_TIME);
        characters = 0;
        parallel.add(() -> {
            List<T> made = new ArrayList<>(tenders.size());
            for (Tender tender : tenders) {
                made.add(work.function().apply(tender));
            }
            return () -> made.forEach(work.results());
        });
    }
}
