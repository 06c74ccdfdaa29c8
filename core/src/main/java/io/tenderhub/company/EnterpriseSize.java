package io.tenderhub.company;

/** Sizes of enterprise in the B-BBEE codes of good practice. */
public enum EnterpriseSize {
    /** Exempted micro enterprise: turnover up to R10 million. */
    EME,
    /** Qualifying small enterprise: turnover up to R50 million. */
    QSE,
    /** Anything larger. */
    GENERIC
}
