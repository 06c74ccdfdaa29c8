package io.tenderhub.team;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plan may include besides what every team has. */
public enum Feature {
    SUMMARIES("see summaries of tenders"),
    READINESS("see how ready it is for a tender"),
    EXPORTS("take results out as files"),
    ALL_ANALYTICS("see every analysis");

    private final String meaning;

    Feature(String meaning) {
        this.meaning = meaning;
    }

    /** In a few words that follow "not allowed to". */
    public String meaning() {
        return meaning;
    }

    /** {@code summaries}, {@code readiness}, {@code exports}, {@code all-analytics}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Feature> ofCode(String code) {
        return Arrays.stream(values())
                .filter(feature -> feature.code().equals(code))
                .findFirst();
    }
}
