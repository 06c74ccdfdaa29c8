package io.tenderhub.readiness;

import io.tenderhub.ingestion.OrderedParallel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes something of the scores of tenders on several threads, a few tenders at a time. */
final class ScoreChunks<T> implements AutoCloseable {
    /** Scores that are made in one go, so that handing them between threads costs little. */
    private static final int SCORES_IN_A_CHUNK = 512;

    private final Function<? super TenderScores, ? extends T> work;
    private final int tendersInAChunk;
    private final OrderedParallel<List<T>> parallel;
    private List<TenderScores> chunk = new ArrayList<>();

    /** @param companies how many scores a tender has */
    ScoreChunks(int parallelism, int companies, ScoreWork<T> work) {
        this.work = work.function();
        this.tendersInAChunk = Math.max(1, SCORES_IN_A_CHUNK / companies);
        this.parallel = new OrderedParallel<>(parallelism, made -> made.forEach(work.results()));
    }

    void add(TenderScores scores) {
        chunk.add(scores);
        if (chunk.size() == tendersInAChunk) {
            begin();
        }
    }

    /** Waits for what is under way and hands it on. */
    void finish() {
        begin();
        parallel.finish();
    }

    private void begin() {
        List<TenderScores> mine = chunk;
        chunk = new ArrayList<>(tendersInAChunk);
        parallel.add(() -> {
            List<T> made = new ArrayList<>(mine.size());
            for (TenderScores scores : mine) {
                made.add(work.apply(scores));
            }
            return made;
        });
    }

    @Override
    public void close() {
        parallel.close();
    }
}
