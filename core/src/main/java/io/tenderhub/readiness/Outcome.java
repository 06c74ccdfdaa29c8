package io.tenderhub.readiness;

import java.util.Locale;

/** How a criterion came out. */
public enum Outcome {
    MET,
    PARTLY,
    NOT_MET,
    /** The tender does not say. */
    NOT_STATED,
    NOT_APPLICABLE;

    /** As written to files and answers: {@code not-met}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
