package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickRetriesTest {
    private static final MongoException LOST = new MongoSocketReadException("lost", new ServerAddress());

    private final QuickRetries retries = new QuickRetries(MongoSocketReadException.class::isInstance);
    private int asked;

    private String failingWith(MongoException... failures) {
        Deque<MongoException> left = new ArrayDeque<>(List.of(failures));
        return retries.call(() -> {
            asked++;
            if (!left.isEmpty()) {
                throw left.remove();
            }
            return "answer";
        });
    }

    @Test
    void asksOnceWhereTheAnswerComes() {
        assertThat(failingWith()).isEqualTo("answer");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksThreeTimesAfterLostConnections() {
        assertThat(failingWith(LOST, LOST)).isEqualTo("answer");
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void givesUpAfterThreeTimesWithTheDriversOwnFailure() {
        assertThatThrownBy(() -> failingWith(LOST, LOST, LOST, LOST)).isSameAs(LOST);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void doesNotRepeatARefusal() {
        MongoException refusal = new MongoException(2, "bad value");

        assertThatThrownBy(() -> failingWith(refusal)).isSameAs(refusal);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void doesNotWaitTwiceForAServer() {
        MongoException waited = new MongoTimeoutException("no server in 5 s");

        assertThatThrownBy(() -> failingWith(waited)).isSameAs(waited);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void doesNotGoOnAfterAnInterruption() {
        MongoException interrupted = new MongoInterruptedException("interrupted", new InterruptedException());

        assertThatThrownBy(() -> failingWith(interrupted)).isSameAs(interrupted);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatFailedSlowly() {
        assertThatThrownBy(() -> retries.call(() -> {
                    asked++;
                    pass(1_100);
                    throw LOST;
                }))
                .isSameAs(LOST);
        assertThat(asked).isEqualTo(1);
    }

    private static void pass(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
