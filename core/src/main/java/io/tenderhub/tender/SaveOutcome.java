package io.tenderhub.tender;

/** What storing a tender came to. */
public enum SaveOutcome {
    /** The ocid was not known. */
    CREATED,
    /** It replaced an older version, or one of the same release date with other content. */
    UPDATED,
    /** The same content is there already. */
    UNCHANGED,
    /** A newer release is there already; it stands. */
    OLDER
}
