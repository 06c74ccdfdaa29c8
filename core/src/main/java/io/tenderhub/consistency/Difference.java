package io.tenderhub.consistency;

import io.tenderhub.company.ProfileVersion;
import io.tenderhub.tender.TenderVersion;
import java.util.Optional;

/**
 * A derived document that does not fit the truth, or a missing one.
 *
 * @param underWay whether it is about to be put right: what changed did so just now, or its event waits
 */
record Difference(
        Standing standing,
        String ocid,
        Optional<TenderVersion> tender,
        Optional<ProfileVersion> profile,
        Optional<Made> made,
        boolean underWay) {

    /** Whether it has to go before the right one can come: version guards would let it stand. */
    boolean mustGo() {
        return standing == Standing.NEWER || standing == Standing.ORPHAN;
    }

    /** Whether the tender itself has been handled, and only the profile has not. */
    boolean lacksOnlyTheProfile() {
        return standing == Standing.OLD && made.map(Made::tenderVersion).equals(tender.map(TenderVersion::version));
    }

    String detail() {
        String truth = tender.map(version -> "the tender has version " + version.version())
                        .orElse("there is no such tender")
                + profile.map(version -> ", the profile version " + version.version())
                        .orElse("");
        return made.map(document -> document.versions() + "; " + truth).orElse("missing; " + truth);
    }
}
