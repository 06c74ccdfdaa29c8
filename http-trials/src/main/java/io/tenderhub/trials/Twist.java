package io.tenderhub.trials;

/** What a request of the fuzzer does wrong; the answer must fit. */
enum Twist {
    /** Keeps to the description, though a rule that no schema tells may still refuse it. */
    NONE(false),
    PARAMETER_BROKEN(true),
    PARAMETER_UNKNOWN(true),
    PARAMETER_TWICE(true),
    PARAMETER_LEFT_OUT(true),
    FIELD_BROKEN(true),
    FIELD_UNKNOWN(true),
    FIELD_LEFT_OUT(true),
    BODY_OF_OTHER_KIND(true),
    BODY_CUT_OFF(true),
    BODY_LEFT_OUT(true),
    BODY_NOT_UTF8(true),
    BODY_DEEP(true),
    TYPE_UNKNOWN(true),
    METHOD_OTHER(true),
    NOBODY_SHOWN(true),
    SOMEBODY_UNKNOWN(true),
    SOMEBODY_ELSE(true),
    HEADERS_ODD(false),
    ADDRESS_LONG(true),
    ADDRESS_ODD(false);

    private final boolean refused;

    Twist(boolean refused) {
        this.refused = refused;
    }

    /** Whether it must be answered with 4xx. */
    boolean mustBeRefused() {
        return refused;
    }
}
