package io.tenderhub.duplicate;

import java.util.Collection;
import java.util.List;

/** The fingerprints of tenders, derived from them. All methods throw {@link io.tenderhub.failure.UnavailableException} if the store is away. */
public interface FingerprintRepository {

    /** Stores them, at most one for each tender, in place of those that were taken of the same or an older version. */
    void saveAll(List<TenderFingerprint> fingerprints);

    void deleteAll(Collection<String> ocids);

    /** The known ones of these, in no order. One round trip. */
    List<TenderFingerprint> findAll(Collection<String> ocids);

    /**
     * Those that have one of these {@linkplain Fingerprint#bands bands} at least, in no order. One round trip.
     *
     * @param limit at most so many, 1 or more; which ones of more, is not said
     */
    List<TenderFingerprint> sharing(Collection<Long> bands, int limit);
}
