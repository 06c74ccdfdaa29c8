package io.tenderhub.memory;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendLeaderboard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One board for each dimension and currency. */
final class MemorySpendLeaderboard implements SpendLeaderboard {
    private static final Duration LIVES = Duration.ofHours(24);

    private record Board(List<Spend> ranked, Instant expires) {}

    private record Key(SpendDimension by, String currency) {}

    private final Clock clock;
    private final Map<Key, Board> boards = new ConcurrentHashMap<>();

    MemorySpendLeaderboard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void replace(SpendDimension by, String currency, List<Spend> spends) {
        boards.put(
                new Key(by, currency),
                new Board(Spend.ranked(by, currency, spends), clock.instant().plus(LIVES)));
    }

    @Override
    public Optional<List<Spend>> top(SpendDimension by, String currency, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a board shows 1 place or more, not " + limit);
        }
        return Optional.ofNullable(boards.get(new Key(by, currency)))
                .filter(board -> clock.instant().isBefore(board.expires()))
                .map(board -> board.ranked().stream().limit(limit).toList());
    }
}
