package io.tenderhub.postgres;

import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.team.TeamSagaDirectory;
import java.util.List;
import java.util.Optional;

/** Reads the sagas of all teams, for the system. */
final class TeamSagaReads implements TeamSagaDirectory {
    private final Transaction transaction;
    private final String table;

    TeamSagaReads(Transaction transaction) {
        this.transaction = transaction;
        this.table = transaction.database().names().teamSagas();
    }

    @Override
    public List<TeamSaga> unfinished() {
        return transaction.run(
                "sagas of teams",
                handle -> handle.createQuery(
                                StoredTeamSagas.SELECT + table + " WHERE next_step <> 'done' ORDER BY team_id")
                        .map((row, context) -> StoredTeamSagas.read(row))
                        .list());
    }

    @Override
    public Optional<TeamSaga> find(TeamId team) {
        return transaction.run(
                "the saga of team " + team,
                handle -> handle.createQuery(StoredTeamSagas.SELECT + table + " WHERE team_id = :team")
                        .bind("team", team.value())
                        .map((row, context) -> StoredTeamSagas.read(row))
                        .findOne());
    }
}
