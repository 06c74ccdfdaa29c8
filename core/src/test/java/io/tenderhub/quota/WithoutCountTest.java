package io.tenderhub.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WithoutCountTest {
    private final List<UnavailableException> journal = new ArrayList<>();
    private final Supplier<String> away = () -> {
        throw new UnavailableException("Redis at nowhere", "no answer", null);
    };

    @Test
    void passesOnWhatTheStoreSays() {
        assertThat(WithoutCount.letThrough(journal::add).ask(() -> "counted", "uncounted"))
                .isEqualTo("counted");
        assertThat(WithoutCount.refuse(journal::add).ask(() -> "counted", "uncounted"))
                .isEqualTo("counted");
        assertThat(journal).isEmpty();
    }

    @Test
    void letsThroughOrRefusesWhatCannotBeCountedAndSaysSo() {
        assertThat(WithoutCount.letThrough(journal::add).ask(away, "uncounted")).isEqualTo("uncounted");
        assertThatThrownBy(() -> WithoutCount.refuse(journal::add).ask(away, "uncounted"))
                .isInstanceOf(UnavailableException.class);
        assertThat(journal).hasSize(2);
    }
}
