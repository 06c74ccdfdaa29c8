package io.tenderhub.tender;

import java.util.List;

/**
 * Tenders inside one transaction of the truth; had only through a
 * {@link io.tenderhub.event.UnitOfWork unit of work}.
 */
public interface TenderRepository {

    /**
     * Stores each tender unless the truth has the same content or a newer release. The comparison is part of the write
     * itself, so it holds under concurrent writers; equal release dates with other content are a change. Two tenders of
     * one ocid in the same list are stored one after the other.
     *
     * @return one outcome for each tender, in the list's order
     * @throws io.tenderhub.failure.InvalidInputException if the store can't hold one of them; nothing of the list is
     *     stored then
     */
    List<SaveOutcome> saveAll(List<TenderToStore> tenders);
}
