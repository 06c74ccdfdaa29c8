package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.history.PastTender;
import io.tenderhub.history.TenderArchive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the trigger on the tenders has put aside. */
final class ArchiveReads implements TenderArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveReads.class);
    private final Database database;
    private final String select;

    ArchiveReads(Database database) {
        this.database = database.reading();
        this.select = "SELECT ocid, version, stored_at, document::text AS document FROM "
                + database.names().tenderVersions()
                + " WHERE ocid = :ocid AND version < :version ORDER BY version DESC LIMIT :limit";
    }

    @Override
    public List<PastTender> below(String ocid, long version, int limit) {
        if (TextArray.isImpossible(ocid)) {
            return List.of();
        }
        return database.run(
                "versions of tenders",
                handle -> handle
                        .createQuery(select)
                        .bind("ocid", ocid)
                        .bind("version", version)
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Empty, with a line in the log, if the row can't be decoded: one bad row stops nothing. */
    private static Optional<PastTender> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(new PastTender(
                    Documents.tender(row.getString("document"), ""),
                    row.getLong("version"),
                    Times.read(row, "stored_at")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.error(
                    "version {} of the tender {} can't be read and is left out: {}",
                    row.getLong("version"),
                    row.getString("ocid"),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
