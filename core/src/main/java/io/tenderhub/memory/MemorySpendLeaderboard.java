package io.tenderhub.memory;

import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendLeaderboard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One board for each currency. */
final class MemorySpendLeaderboard implements SpendLeaderboard {
    private static final Duration LIVES = Duration.ofHours(24);

    private record Board(List<BuyerSpend> ranked, Instant expires) {}

    private final Clock clock;
    private final Map<String, Board> boards = new ConcurrentHashMap<>();

    MemorySpendLeaderboard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void replace(String currency, List<BuyerSpend> spends) {
        boards.put(
                currency,
                new Board(BuyerSpend.ranked(currency, spends), clock.instant().plus(LIVES)));
    }

    @Override
    public Optional<List<BuyerSpend>> top(String currency, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a board shows 1 place or more, not " + limit);
        }
        return Optional.ofNullable(boards.get(currency))
                .filter(board -> clock.instant().isBefore(board.expires()))
                .map(board -> board.ranked().stream().limit(limit).toList());
    }
}
