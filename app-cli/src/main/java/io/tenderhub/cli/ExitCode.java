package io.tenderhub.cli;

/** What the program's exit code says; {@code docs/command-line.md} has the same table. */
enum ExitCode {
    OK(0),
    /** A fault of the program itself. */
    FAILURE(1),
    /** An unknown option, a missing argument. */
    USAGE(2),
    /** A profile, policy, query or setting that breaks a rule. */
    INVALID_INPUT(3),
    /** Some records were rejected; all others are done. */
    SOME_REJECTED(4),
    /** Nothing could be read at all. */
    NOTHING_READ(5),
    /** A store or address can't be reached or is in use, or a name is taken. */
    UNAVAILABLE(6),
    /** What was asked for does not exist. */
    NOT_FOUND(7),
    /** A check found what does not fit, and it was not repaired. */
    INCONSISTENT(8),
    /** It is not allowed, by rights or by a limit of the plan. */
    REFUSED(9),
    /** Whoever read the output went away, as {@code head} does. */
    OUTPUT_CLOSED(141);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
