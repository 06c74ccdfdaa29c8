package io.tenderhub.history;

import java.util.List;

/**
 * What tenders said before they changed: kept by whatever changed them, in the same transaction, as long as the tender itself is.
 * Changes that were made before there was an archive are not in it.
 */
public interface TenderArchive {

    /**
     * The versions below one, latest first.
     *
     * @param limit at most so many, 1 or more
     * @return empty for an unknown ocid, too
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    List<PastTender> below(String ocid, long version, int limit);
}
