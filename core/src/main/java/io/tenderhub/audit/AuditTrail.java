package io.tenderhub.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit trail of one team inside one transaction of the truth, opened for that team. It only ever grows. */
public interface AuditTrail {

    /**
     * Appends an entry with the time of the store's clock and a new id, in the transaction of what it tells of.
     *
     * @param before by field; empty where nothing was
     * @param after by field; empty where nothing is
     */
    void append(String actor, String action, String subject, Map<String, String> before, Map<String, String> after);

    /**
     * The latest entries, newest first.
     *
     * @param olderThan the id of the last one of the page before; empty for the first page
     * @param limit 1 or more; a shorter page is the last
     */
    List<AuditEntry> latest(Optional<String> olderThan, int limit);
}
