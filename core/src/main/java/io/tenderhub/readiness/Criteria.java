package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** The criteria by name. */
final class Criteria {
    static final String SECTOR = "sector";
    static final String CIDB = "cidb";
    static final String CERTIFICATION = "certification";
    static final String EXPERIENCE = "experience";
    static final String COVERAGE = "coverage";
    static final String PREFERENCE = "preference";
    static final String COMPLIANCE = "compliance";
    static final String TIME = "time";

    static final List<String> NAMES =
            List.of(SECTOR, CIDB, CERTIFICATION, EXPERIENCE, COVERAGE, PREFERENCE, COMPLIANCE, TIME);

    private static final Map<String, Criterion> BY_NAME = Map.of(
            SECTOR, new SectorFit(),
            CIDB, new CidbFit(),
            CERTIFICATION, new CertificationFit(),
            EXPERIENCE, new ExperienceFit(),
            COVERAGE, new CoverageFit(),
            PREFERENCE, new PreferenceFit(),
            COMPLIANCE, new ComplianceFit(),
            TIME, new TimeLeft());

    private Criteria() {}

    /** One of {@link #NAMES}. */
    static Criterion named(String name) {
        return requireNonNull(BY_NAME.get(name), name);
    }
}
