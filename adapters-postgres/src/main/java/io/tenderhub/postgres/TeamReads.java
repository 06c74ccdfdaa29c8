package io.tenderhub.postgres;

import io.tenderhub.account.UserId;
import io.tenderhub.team.Membership;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all teams, for the system. */
final class TeamReads implements TeamDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(TeamReads.class);
    private final Transaction transaction;

    TeamReads(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return transaction.run(
                "team " + id,
                handle -> handle.createQuery(StoredTeam.SELECT + names().teams() + " WHERE team_id = :team")
                        .bind("team", id.value())
                        .map((row, context) -> StoredTeam.read(row))
                        .findOne());
    }

    @Override
    public List<Team> all() {
        return transaction.run(
                "teams",
                handle -> handle
                        .createQuery(StoredTeam.SELECT + names().teams() + " ORDER BY team_id")
                        .map((row, context) -> readable(row))
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Empty, with a line in the log, if the row can't be decoded: one bad row stops nothing. */
    private static Optional<Team> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(StoredTeam.read(row));
        } catch (IllegalStateException e) {
            LOG.error("{}; it is left out", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Membership> ofUser(UserId user) {
        return transaction.run(
                "teams of user " + user,
                handle -> handle.createQuery("SELECT team_id, role FROM " + names().members()
                                + " WHERE user_id = :user ORDER BY team_id")
                        .bind("user", user.value())
                        .map((row, context) ->
                                new Membership(new TeamId(row.getString("team_id")), user, StoredMembers.role(row)))
                        .list());
    }

    private Names names() {
        return transaction.database().names();
    }
}
