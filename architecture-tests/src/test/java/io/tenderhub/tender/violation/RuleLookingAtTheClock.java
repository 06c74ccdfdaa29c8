package io.tenderhub.tender.violation;

import java.time.Instant;

/** Breaks: a rule that looks at the clock can't be repeated. */
public final class RuleLookingAtTheClock {
    boolean isOver(Instant end) {
        return Instant.now().isAfter(end);
    }
}
