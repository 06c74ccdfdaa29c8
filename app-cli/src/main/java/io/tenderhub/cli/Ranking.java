package io.tenderhub.cli;

import io.tenderhub.cli.ScoreOutput.ScoredTender;
import io.tenderhub.readiness.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best of any number of scores: what can be bid for before what can't, then by points, then by place in the input. */
final class Ranking {
    private static final Comparator<Placed> WORST_FIRST = Comparator.comparing(Placed::canBid)
            .thenComparingDouble(placed -> placed.scored().score().points())
            .thenComparing(Comparator.comparingLong(Placed::position).reversed());

    /** More than all points. */
    private static final double CAN_BID = 1000;

    private final int capacity;
    private final PriorityQueue<Placed> best = new PriorityQueue<>(WORST_FIRST);
    /** Goodness of the worst that is kept, once there is no place left; other threads look at it. */
    private volatile double worst = Double.NEGATIVE_INFINITY;

    private long position;

    /**
     * @param capacity how many are kept; 0 or less keeps none
     */
    Ranking(int capacity) {
        this.capacity = Math.max(0, capacity);
    }

    void add(ScoredTender scored) {
        best.add(new Placed(position++, scored));
        if (best.size() > capacity) {
            best.poll();
        }
        Placed last = best.peek();
        if (best.size() == capacity && last != null) {
            worst = goodness(
                    last.scored().score().recommendation(),
                    last.scored().score().points());
        }
    }

    /**
     * Whether a score may be among the best, as far as is known; if not, it need not be made. For any thread: what it sees may be
     * older, which lets in more.
     */
    boolean mayEnter(Recommendation recommendation, double points) {
        return goodness(recommendation, points) > worst;
    }

    private static double goodness(Recommendation recommendation, double points) {
        return (recommendation == Recommendation.DO_NOT_BID ? 0 : CAN_BID) + points;
    }

    int size() {
        return best.size();
    }

    List<ScoredTender> bestFirst() {
        return best.stream().sorted(WORST_FIRST.reversed()).map(Placed::scored).toList();
    }

    List<ScoredTender> inInputOrder() {
        return best.stream()
                .sorted(Comparator.comparingLong(Placed::position))
                .map(Placed::scored)
                .toList();
    }

    private record Placed(long position, ScoredTender scored) {
        boolean canBid() {
            return scored.score().recommendation() != Recommendation.DO_NOT_BID;
        }
    }
}
