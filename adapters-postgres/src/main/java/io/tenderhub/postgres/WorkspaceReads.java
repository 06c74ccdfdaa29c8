package io.tenderhub.postgres;

import io.tenderhub.team.TeamId;
import io.tenderhub.tender.Money;
import io.tenderhub.workspace.FollowedTender;
import io.tenderhub.workspace.Stamp;
import io.tenderhub.workspace.Standing;
import io.tenderhub.workspace.WorkspaceCatalog.TeamWorkspace;
import io.tenderhub.workspace.WorkspaceCursor;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceOrder;
import io.tenderhub.workspace.WorkspacePage;
import io.tenderhub.workspace.WorkspaceQuery;
import io.tenderhub.workspace.WorkspaceStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The workspace of one team, read for that team by the role that sees it alone: a round trip for each call. */
final class WorkspaceReads implements TeamWorkspace {
    private static final String CLOSING =
            "(coalesce(tender.closes_at, 'infinity'), coalesce(tender.closes_nanos, 0), entry.ocid)";
    private final Database database;
    private final TeamId team;
    private final String joined;

    WorkspaceReads(Database database, TeamId team) {
        this.database = database.reading();
        this.team = team;
        this.joined = " FROM " + database.names().workspace() + " AS entry LEFT JOIN "
                + database.names().tenders() + " AS tender ON tender.ocid = entry.ocid WHERE entry.team_id = :team";
    }

    @Override
    public Optional<WorkspaceEntry> find(String ocid) {
        if (TextArray.isImpossible(ocid)) {
            return Optional.empty();
        }
        return database
                .asTeam(
                        team,
                        "the workspace",
                        "SELECT ocid, document::text AS document FROM "
                                + database.names().workspace() + " WHERE team_id = :team AND ocid = :ocid",
                        query -> query.bind("ocid", ocid),
                        (row, context) -> StoredWorkspace.read(row))
                .stream()
                .findFirst();
    }

    @Override
    public WorkspacePage list(WorkspaceQuery query) {
        Optional<WorkspaceCursor> after = WorkspaceCursor.of(query);
        boolean byClosing = query.order() == WorkspaceOrder.CLOSING_SOONEST;
        String sql = "SELECT entry.ocid, entry.status, entry.conflicted, entry.attended, entry.open_tasks,"
                + " entry.version, entry.changed_by, entry.changed_at, tender.heading, tender.buyer,"
                + " tender.status AS tender_status, tender.value_amount, tender.value_currency, tender.closes_at,"
                + " tender.closes_nanos" + joined
                + (query.statuses().isEmpty() ? "" : " AND entry.status = ANY(:statuses)")
                + (after.isEmpty() ? "" : byClosing ? afterClosing() : afterChanged())
                + " ORDER BY "
                + (byClosing ? CLOSING.substring(1, CLOSING.length() - 1) : "entry.changed_at DESC, entry.ocid")
                + " LIMIT :rows";
        List<FollowedTender> found = database.asTeam(
                team,
                "the workspace",
                sql,
                statement -> bind(statement, query, after),
                (row, context) -> followed(row));
        return WorkspacePage.of(query, found);
    }

    private static String afterClosing() {
        return " AND " + CLOSING + " > (:time::timestamptz, :nanos::smallint, :ocid)";
    }

    private static String afterChanged() {
        return " AND entry.changed_at <= :time::timestamptz"
                + " AND (entry.changed_at < :time::timestamptz OR entry.ocid > :ocid)";
    }

    private static Query bind(Query statement, WorkspaceQuery query, Optional<WorkspaceCursor> after) {
        statement.bind("rows", query.limit() + 1);
        if (!query.statuses().isEmpty()) {
            statement.bind(
                    "statuses",
                    TextArray.of(
                            query.statuses().stream().map(WorkspaceStatus::code).toList()));
        }
        after.ifPresent(cursor -> {
            statement.bind(
                    "time", cursor.time().map(Times::clamp).map(Times::text).orElse("infinity"));
            statement.bind("ocid", cursor.ocid());
            if (query.order() == WorkspaceOrder.CLOSING_SOONEST) {
                statement.bind("nanos", cursor.time().map(Times::nanos).orElse(0));
            }
        });
        return statement;
    }

    @Override
    public List<Standing> standings() {
        return database.asTeam(
                team,
                "the workspace",
                "SELECT entry.ocid, entry.status, tender.closes_at, tender.closes_nanos" + joined,
                query -> query,
                (row, context) -> new Standing(row.getString("ocid"), status(row), closesAt(row)));
    }

    private static FollowedTender followed(ResultSet row) throws SQLException {
        return new FollowedTender(
                row.getString("ocid"),
                status(row),
                row.getBoolean("conflicted"),
                row.getBoolean("attended"),
                row.getInt("open_tasks"),
                new Stamp(row.getString("changed_by"), Times.read(row, "changed_at")),
                row.getLong("version"),
                heading(row));
    }

    private static Optional<FollowedTender.Heading> heading(ResultSet row) throws SQLException {
        String heading = row.getString("heading");
        if (heading == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount = Optional.ofNullable(row.getBigDecimal("value_amount"));
        String currency = row.getString("value_currency");
        return Optional.of(new FollowedTender.Heading(
                heading,
                Optional.ofNullable(row.getString("buyer")),
                Optional.ofNullable(row.getString("tender_status")),
                amount.map(value -> new Money(value, currency)),
                closesAt(row)));
    }

    private static Optional<Instant> closesAt(ResultSet row) throws SQLException {
        return row.getObject("closes_at") == null
                ? Optional.empty()
                : Optional.of(Times.read(row, "closes_at", "closes_nanos"));
    }

    private static WorkspaceStatus status(ResultSet row) throws SQLException {
        String code = row.getString("status");
        return WorkspaceStatus.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("a stored status can't be read: none is called " + code));
    }
}
