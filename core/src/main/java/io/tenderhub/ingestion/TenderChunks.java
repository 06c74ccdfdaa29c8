package io.tenderhub.ingestion;

import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Works on tenders that one thread reads, some at a time. */
final class TenderChunks<T> implements FeedSink, AutoCloseable {
    private static final int TENDERS_IN_A_CHUNK = 64;
    private static final long CHARACTERS_IN_A_CHUNK = 500_000;

    private final TenderWork<T> work;
    private final OrderedParallel<List<T>> parallel;
    private List<Tender> chunk = new ArrayList<>(TENDERS_IN_A_CHUNK);
    private long characters;

    TenderChunks(TenderWork<T> work) {
        this.work = work;
        this.parallel = new OrderedParallel<>(work.threads(), made -> made.forEach(work.results()));
    }

    @Override
    public void tender(Tender tender) {
        chunk.add(tender);
        characters += tender.raw().length();
        if (chunk.size() == TENDERS_IN_A_CHUNK || characters >= CHARACTERS_IN_A_CHUNK) {
            begin();
        }
    }

    @Override
    public void reject(Reject reject) {
        work.rejects().accept(reject);
    }

    /** Waits for what is under way and hands it on. */
    void finish() {
        begin();
        parallel.finish();
    }

    private void begin() {
        List<Tender> mine = chunk;
        Function<? super Tender, ? extends T> function = work.function();
        parallel.add(() -> {
            List<T> made = new ArrayList<>(mine.size());
            for (Tender tender : mine) {
                made.add(function.apply(tender));
            }
            return made;
        });
        chunk = new ArrayList<>(TENDERS_IN_A_CHUNK);
        characters = 0;
    }

    @Override
    public void close() {
        parallel.close();
    }
}
