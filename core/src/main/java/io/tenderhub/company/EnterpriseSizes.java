package io.tenderhub.company;

import java.math.BigDecimal;

/**
 * The turnover in rand up to which an enterprise counts as small, by the B-BBEE codes of good practice: the generic
 * codes (in force from 1 May 2015) and the construction sector code (in force from 1 December 2017).
 *
 * @param emeUpTo the highest yearly turnover of an exempted micro enterprise
 * @param qseUpTo the highest yearly turnover of a qualifying small enterprise
 */
public record EnterpriseSizes(BigDecimal emeUpTo, BigDecimal qseUpTo) {
    public static final EnterpriseSizes GENERAL =
            new EnterpriseSizes(BigDecimal.valueOf(10_000_000), BigDecimal.valueOf(50_000_000));
    /** Architects, engineers, quantity surveyors and other professionals of the built environment. */
    public static final EnterpriseSizes CONSTRUCTION_PROFESSIONALS =
            new EnterpriseSizes(BigDecimal.valueOf(6_000_000), BigDecimal.valueOf(25_000_000));

    /** The size that goes with a yearly turnover in rand. */
    public EnterpriseSize of(BigDecimal turnover) {
        if (turnover.compareTo(emeUpTo) <= 0) {
            return EnterpriseSize.EME;
        }
        return turnover.compareTo(qseUpTo) <= 0 ? EnterpriseSize.QSE : EnterpriseSize.GENERIC;
    }
}
