package io.tenderhub.team;

import java.util.Optional;

/** The saga of one team inside one transaction of the truth, opened for that team. It is never removed. */
public interface TeamSagaRepository {

    Optional<TeamSaga> find();

    /** The same, locked against every other transaction that locks it, until this one ends. */
    Optional<TeamSaga> lock();

    /**
     * @param saga of the transaction's own team
     * @throws io.tenderhub.failure.ConflictException if there is one already; then the transaction is of no use any more
     */
    void insert(TeamSaga saga);

    /**
     * @param saga of the transaction's own team
     * @return false if there is none
     */
    boolean update(TeamSaga saga);
}
