package io.tenderhub.postgres;

import io.tenderhub.team.TeamId;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who follows what, for the system: a round trip for each call. */
final class FollowerReads implements WorkspaceFollowers {
    private static final String SUBJECT = "workspaces";
    private final Database database;
    private final String table;

    FollowerReads(Database database) {
        this.database = database.reading();
        this.table = database.names().workspace();
    }

    private record Mark(TeamId team, String ocid) {}

    @Override
    public Set<TeamId> of(Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids);
        return possible.isEmpty()
                ? Set.of()
                : Set.copyOf(database.asSystem(
                        SUBJECT,
                        "SELECT DISTINCT team_id FROM " + table + " WHERE ocid = ANY(:ocids)",
                        query -> query.bind("ocids", TextArray.of(possible)),
                        (row, context) -> team(row)));
    }

    @Override
    public Map<TeamId, Set<String>> attended(Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids);
        return possible.isEmpty()
                ? Map.of()
                : database
                        .asSystem(
                                SUBJECT,
                                "SELECT team_id, ocid FROM " + table + " WHERE ocid = ANY(:ocids) AND attended",
                                query -> query.bind("ocids", TextArray.of(possible)),
                                (row, context) -> new Mark(team(row), row.getString("ocid")))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Mark::team, Collectors.mapping(Mark::ocid, Collectors.toUnmodifiableSet())));
    }

    @Override
    public Set<String> attended(TeamId team) {
        return new HashSet<>(database.asSystem(
                SUBJECT,
                "SELECT ocid FROM " + table + " WHERE team_id = :team AND attended",
                query -> query.bind("team", team.value()),
                (row, context) -> row.getString("ocid")));
    }

    private static TeamId team(ResultSet row) throws SQLException {
        return new TeamId(row.getString("team_id"));
    }
}
