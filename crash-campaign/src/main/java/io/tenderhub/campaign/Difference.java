package io.tenderhub.campaign;

/**
 * Something that is not as it must be.
 *
 * @param what names the tender or event, what is there, and what should be
 */
record Difference(Kind kind, String what) {
    enum Kind {
        /** The truth is not what was put in. */
        TRUTH,
        MISSING,
        DOUBLED,
        /** Made from an older version than there is. */
        OLDER,
        /** Made from a version that there is not. */
        NEWER,
        /** Of the right version, and says something else. */
        CONTENT,
        /** Tells of nothing that is there. */
        ORPHAN,
        /** A reader gets something else than the stores hold. */
        READ,
        WAITING,
        PARKED,
        /** There are more or fewer events than changes. */
        EVENTS
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
