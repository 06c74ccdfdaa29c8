package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendLeaderboard;
import io.tenderhub.memory.InMemoryHub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemorySpendLeaderboardTest extends SpendLeaderboardContract {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected SpendLeaderboard board() {
        return hub.spendLeaderboard();
    }

    @Test
    void aBoardIsGoneAfterADay() {
        board().replace(SpendDimension.BUYER, "ZAR", List.of());
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(board().top(SpendDimension.BUYER, "ZAR", 1)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(board().top(SpendDimension.BUYER, "ZAR", 1)).isEmpty();
    }
}
