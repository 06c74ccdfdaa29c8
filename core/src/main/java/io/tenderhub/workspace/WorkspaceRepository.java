package io.tenderhub.workspace;

import java.util.Optional;

/**
 * The workspace of one team inside one transaction of the truth; had only through a
 * {@link io.tenderhub.event.UnitOfWork unit of work} opened for that team.
 */
public interface WorkspaceRepository {
    /** The entry, locked against other writers until the transaction ends. */
    Optional<WorkspaceEntry> find(String ocid);

    /**
     * Adds an entry. The team must be there.
     *
     * @return false, with nothing changed, if there is one for this tender already
     * @throws io.tenderhub.failure.NotFoundException if there is no such tender
     */
    boolean insert(WorkspaceEntry entry);

    /**
     * Puts an entry in the place of the one that was found in this transaction.
     *
     * @return false if there is none
     */
    boolean update(WorkspaceEntry entry);

    /** @return false if there is none */
    boolean remove(String ocid);

    /** How many entries there are; nobody else can change that while the team is locked by this transaction. */
    int count();
}
