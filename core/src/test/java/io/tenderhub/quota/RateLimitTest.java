package io.tenderhub.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void isAHundredAMinuteUnlessToldOtherwise() {
        assertThat(RateLimit.DEFAULT).isEqualTo(new RateLimit(100, Duration.ofMinutes(1)));
    }

    @Test
    void refusesLessThanOneAndWindowsThatNoServerCanReckonWith() {
        Duration minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(0, minute));
        List<Duration> windows = List.of(
                Duration.ZERO,
                Duration.ofMillis(-1),
                Duration.ofNanos(999_999),
                Duration.ofDays(367),
                Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(windows)
                .allSatisfy(window -> assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, window)));
    }

    @Test
    void aQuotaIsNotBelowZero() {
        assertThat(new QuotaRule(0, QuotaPeriod.DAY).most()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new QuotaRule(-1, QuotaPeriod.DAY));
    }
}
