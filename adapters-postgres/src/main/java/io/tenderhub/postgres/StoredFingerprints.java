package io.tenderhub.postgres;

import io.tenderhub.duplicate.Fingerprint;
import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.duplicate.TenderFingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One row for each tender that says enough to be known again. */
final class StoredFingerprints implements FingerprintRepository {
    private static final String SUBJECT = "fingerprints";
    private final Database database;
    private final Database reading;
    private final String insert;
    private final String delete;
    private final String select;

    StoredFingerprints(Database database) {
        String table = database.names().fingerprints();
        this.database = database;
        this.reading = database.reading();
        // Arrays as texts: unnest would take arrays of arrays apart.
        this.insert = "INSERT INTO " + table + " AS stored (ocid, version, signature, bands)"
                + " SELECT ocid, version::bigint, signature::integer[], bands::bigint[]"
                + " FROM unnest(:ocids, :versions, :signatures, :bands) AS given(ocid, version, signature, bands)"
                + " ON CONFLICT (ocid) DO UPDATE SET version = excluded.version, signature = excluded.signature,"
                + " bands = excluded.bands WHERE stored.version <= excluded.version"
                + " AND (stored.version, stored.signature, stored.bands)"
                + " IS DISTINCT FROM (excluded.version, excluded.signature, excluded.bands)";
        this.delete = "DELETE FROM " + table + " WHERE ocid = ANY(:ocids)";
        this.select = "SELECT ocid, version, signature, bands FROM " + table;
    }

    @Override
    public void saveAll(List<TenderFingerprint> fingerprints) {
        if (fingerprints.isEmpty()) {
            return;
        }
        // In one order, so that two writers never wait for each other crosswise.
        List<TenderFingerprint> rows = fingerprints.stream()
                .sorted(Comparator.comparing(TenderFingerprint::ocid))
                .toList();
        database.run(
                SUBJECT,
                handle -> handle.createUpdate(insert)
                        .bind("ocids", TextArray.of(rows, TenderFingerprint::ocid))
                        .bind("versions", TextArray.of(rows, row -> Long.toString(row.version())))
                        .bind(
                                "signatures",
                                TextArray.of(
                                        rows, row -> array(row.fingerprint().signature())))
                        .bind(
                                "bands",
                                TextArray.of(
                                        rows, row -> array(row.fingerprint().bands())))
                        .execute());
    }

    @Override
    public void deleteAll(Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids).stream().sorted().toList();
        if (!possible.isEmpty()) {
            database.run(
                    SUBJECT,
                    handle -> handle.createUpdate(delete)
                            .bind("ocids", TextArray.of(possible))
                            .execute());
        }
    }

    @Override
    public List<TenderFingerprint> findAll(Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids);
        return possible.isEmpty()
                ? List.of()
                : reading.run(
                        SUBJECT,
                        handle -> handle.createQuery(select + " WHERE ocid = ANY(:ocids)")
                                .bind("ocids", TextArray.of(possible))
                                .map((row, context) -> read(row))
                                .list());
    }

    @Override
    public List<TenderFingerprint> sharing(Collection<Long> bands, int limit) {
        return bands.isEmpty()
                ? List.of()
                : reading.run(
                        SUBJECT,
                        handle -> handle.createQuery(select + " WHERE bands && :bands::bigint[] LIMIT :limit")
                                .bind("bands", array(bands))
                                .bind("limit", limit)
                                .map((row, context) -> read(row))
                                .list());
    }

    private static TenderFingerprint read(ResultSet row) throws SQLException {
        Integer[] signature = (Integer[]) row.getArray("signature").getArray();
        Long[] bands = (Long[]) row.getArray("bands").getArray();
        return new TenderFingerprint(
                row.getString("ocid"),
                row.getLong("version"),
                Fingerprint.read(Arrays.asList(signature), Arrays.asList(bands)));
    }

    private static String array(Collection<? extends Number> numbers) {
        return numbers.stream().map(Number::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
