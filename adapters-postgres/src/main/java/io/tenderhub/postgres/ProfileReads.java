package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.team.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads profiles of all teams, for the system. */
final class ProfileReads implements ProfileCatalog {
    static final String SELECT = "SELECT team_id, document::text AS document, version, changed_at FROM ";
    private static final Logger LOG = LoggerFactory.getLogger(ProfileReads.class);
    private static final int PAGE = 200;
    private final Database database;
    private final String table;

    ProfileReads(Database database) {
        this.database = database.reading();
        this.table = database.names().profiles();
    }

    @Override
    public Optional<StoredProfile> find(TeamId team) {
        return database.asSystem(
                "profile",
                handle -> handle.createQuery(SELECT + table + " WHERE team_id = :team")
                        .bind("team", team.value())
                        // One that is there and can't be read must not look like none: none has its scores removed.
                        .map((row, context) -> read(row).orElseThrow(() -> unreadable(team)))
                        .findOne());
    }

    private static IllegalStateException unreadable(TeamId team) {
        return new IllegalStateException("the stored profile of team " + team + " can't be read; save it again");
    }

    @Override
    public void forEach(Consumer<? super StoredProfile> action) {
        // A page at a time, each on its own: what is done with them takes long, and no transaction stays open for it.
        String after = "";
        List<Row> page;
        do {
            page = page(after);
            for (Row row : page) {
                row.profile().ifPresent(action);
                after = row.team();
            }
        } while (page.size() == PAGE);
    }

    private List<Row> page(String after) {
        return database.asSystem(
                "profiles",
                handle -> handle.createQuery(SELECT + table + " WHERE team_id > :after ORDER BY team_id LIMIT " + PAGE)
                        .bind("after", after)
                        .map((row, context) -> new Row(row.getString("team_id"), read(row)))
                        .list());
    }

    /** A row, whether it can be decoded or not. */
    private record Row(String team, Optional<StoredProfile> profile) {}

    @Override
    public List<ProfileVersion> versions() {
        return database.asSystem(
                "profiles",
                handle -> handle.createQuery("SELECT team_id, version, changed_at FROM " + table + " ORDER BY team_id")
                        .map((row, context) -> new ProfileVersion(
                                new TeamId(row.getString("team_id")),
                                row.getLong("version"),
                                Times.read(row, "changed_at")))
                        .list());
    }

    /** Empty, with a line in the log, if the row can't be decoded: one bad row stops nothing. */
    static Optional<StoredProfile> read(ResultSet row) throws SQLException {
        String team = row.getString("team_id");
        try {
            return Optional.of(new StoredProfile(
                    new TeamId(team),
                    Documents.profile(row.getString("document")),
                    row.getLong("version"),
                    Times.read(row, "changed_at")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.error("the stored profile of team {} can't be read and is left out: {}", team, e.getMessage());
            return Optional.empty();
        }
    }
}
