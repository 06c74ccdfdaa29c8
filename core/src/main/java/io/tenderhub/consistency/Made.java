package io.tenderhub.consistency;

import io.tenderhub.company.ProfileVersion;
import io.tenderhub.tender.TenderVersion;
import java.util.Optional;

/**
 * A derived document, by what it was made from.
 *
 * @param profileVersion 0 where no profile takes part
 */
record Made(String ocid, long tenderVersion, long profileVersion) {

    /** How it stands to the truth; empty if it fits. */
    Optional<Standing> standing(Optional<TenderVersion> tender, Optional<ProfileVersion> profile) {
        if (tender.isEmpty()) {
            return Optional.of(Standing.ORPHAN);
        }
        long wantedTender = tender.get().version();
        long wantedProfile = profile.map(ProfileVersion::version).orElse(0L);
        if (tenderVersion > wantedTender || profileVersion > wantedProfile) {
            return Optional.of(Standing.NEWER);
        }
        return tenderVersion < wantedTender || profileVersion < wantedProfile
                ? Optional.of(Standing.OLD)
                : Optional.empty();
    }

    String versions() {
        return profileVersion == 0
                ? "of version " + tenderVersion
                : "of version " + tenderVersion + ", profile version " + profileVersion;
    }
}
