package io.tenderhub.consistency;

/** How a derived document stands to the truth where it does not fit. */
enum Standing {
    MISSING,
    OLD,
    NEWER,
    ORPHAN
}
