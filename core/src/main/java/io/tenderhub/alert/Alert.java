package io.tenderhub.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a team is told of tenders that begin to match a search it saved. */
public enum Alert {
    /** Not at all. */
    NONE,
    /** Of each by itself, as soon as it is found. */
    AT_ONCE,
    /** Once a day, of all since the last time together. */
    DAILY_DIGEST;

    /** {@code none}, {@code at-once} or {@code daily-digest}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Alert> ofCode(String code) {
        return Arrays.stream(values())
                .filter(alert -> alert.code().equals(code))
                .findFirst();
    }
}
