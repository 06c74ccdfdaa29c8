package io.tenderhub.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What matched the saved searches of one team, inside one transaction of the truth, opened for that team. */
public interface SearchMatchRepository {
    /** So many of the tenders that a search finds already are remembered, those that were stored last. */
    int MOST_KNOWN = 10_000;

    /**
     * Remembers which open tenders a stored search finds now, so that they are no news, also when they change; up to
     * {@link #MOST_KNOWN}. What was remembered of it before is forgotten; what had matched stays.
     *
     * @param search as it was stored
     * @param now what closes later is open, and so is what has no closing time
     */
    void know(SavedSearch search, Instant now);

    /**
     * What matched, the latest first; what was known beforehand is not among it.
     *
     * @param query its cursor is taken as {@code after} says
     * @param after the place behind which to go on; empty for the beginning
     * @param limit at most so many
     */
    List<SearchMatch> latest(MatchQuery query, Optional<MatchCursor> after, int limit);

    /**
     * Takes every match that waits for a digest; of several that do so at once, one gets each.
     *
     * @return what was taken; empty if none waited
     */
    Optional<DigestContents> takeForDigest(Instant now);
}
