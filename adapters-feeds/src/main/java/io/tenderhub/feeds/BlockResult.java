package io.tenderhub.feeds;

import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a block.
 *
 * @param opening the first releases as long as they are of one ocid, and the rejects before and among them, in order
 * @param inside what came after that; null where that was all
 * @param position of the last line that is not blank, empty if all are
 */
record BlockResult<T>(
        List<Consumer<Neighbours>> opening, @Nullable Inside<T> inside, String position) {

    /**
     * What has nothing to do with other blocks, and then the last releases of one ocid.
     *
     * @param totals without those last releases
     */
    record Inside<T>(List<T> results, List<Reject> rejects, FeedTotals totals, List<HeldRelease> last) {}

    /**
     * Goes on with the releases at the ends, and hands on what was made in between.
     *
     * @param neighbours holds what the blocks before ended with
     */
    void handOn(Neighbours neighbours, Counting counting, Consumer<? super T> results) {
        opening.forEach(found -> found.accept(neighbours));
        if (inside != null) {
            neighbours.handOn();
            counting.add(inside.totals(), inside.rejects());
            inside.results().forEach(results);
            inside.last().forEach(neighbours::release);
        }
    }
}
