package io.tenderhub.account;

import static java.util.Objects.requireNonNull;

/** A password, token or key in the clear. It never shows itself: not in messages, logs or dumps of records that hold it. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = requireNonNull(text);
    }

    /** The secret itself, for whom it must be shown to or compared with; never to be kept. */
    public String reveal() {
        return text;
    }

    /** Always the same, so that two secrets can't be told apart by it. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
