package io.tenderhub.alert;

import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Matches tenders with the saved searches of all teams, inside one transaction of the truth, opened for the system. */
public interface SearchMatcher {

    /**
     * Records which of these tenders match which saved searches with an alert, in the very sense of
     * {@link io.tenderhub.tender.TenderCatalog#search}: tenders as they are stored now, that are open, were stored at the time
     * {@link SavedSearch#newFrom} of the search or later, and have not matched it before and were not known to.
     * However many the searches, a fixed number of round trips.
     *
     * @param ocids unknown ones match nothing
     * @param now what closes later is open, and so is what has no closing time
     * @return what was recorded by this call, and by no other that ran at the same time
     */
    List<NewMatch> record(Collection<String> ocids, Instant now);

    /** The teams that have matches waiting for a digest, ordered by id. */
    List<TeamId> awaitingDigest();
}
