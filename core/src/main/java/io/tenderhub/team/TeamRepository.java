package io.tenderhub.team;

import java.util.Optional;

/** The team itself inside one transaction of the truth, opened for that team. */
public interface TeamRepository {

    Optional<Team> find();

    /**
     * The same, locked against every other transaction that locks it, until this one ends. Who counts what the plan limits does so
     * under this lock: two can't both take the last place.
     */
    Optional<Team> lock();

    /**
     * @param team of the transaction's own id
     * @throws io.tenderhub.failure.ConflictException if there is one already; then the transaction is of no use any more
     */
    void insert(Team team);

    /** @return false if there is none */
    boolean update(Team team);

    /**
     * Removes the team and everything that belongs to it but its audit trail.
     *
     * @return false if there is none
     */
    boolean delete();
}
