package io.tenderhub.bootstrap;

import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what takes long in one store: with the wording of statements, never with their values. */
final class SlowCalls implements StoreJournal {
    private static final Logger LOG = LoggerFactory.getLogger(SlowCalls.class);

    private final String store;
    private final Duration slow;

    SlowCalls(String store, Duration slow) {
        this.store = store;
        this.slow = slow;
    }

    @Override
    public void called(StoreCall call) {
        if (isSlow(call.took())) {
            LOG.warn(
                    "slow: {} {} {} took {} ms{}{}",
                    store,
                    call.operation(),
                    call.on(),
                    call.took().toMillis(),
                    call.answered() ? "" : " and failed",
                    call.wording().isEmpty() ? "" : ": " + call.wording());
        }
    }

    @Override
    public void waited(Duration time, boolean connected) {
        if (isSlow(time)) {
            LOG.warn(
                    "slow: a connection to {} was {} after {} ms",
                    store,
                    connected ? "had" : "given up",
                    time.toMillis());
        }
    }

    private boolean isSlow(Duration time) {
        return time.compareTo(slow) >= 0;
    }
}
