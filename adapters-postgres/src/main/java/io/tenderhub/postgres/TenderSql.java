package io.tenderhub.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that store tenders. Rows come with the statement, where they are few, or are copied into a table before it. */
final class TenderSql {
    /** What a row is given as: the columns whose text is not made of another one's, and the words it is found by. */
    static final List<Input> INPUTS = inputs();

    private static final String IS_NEWER =
            "(%1$s.release_date, %1$s.release_nanos) > (stored.release_date, stored.release_nanos)"
                    + " OR (%1$s.release_date, %1$s.release_nanos) = (stored.release_date, stored.release_nanos)"
                    + " AND %1$s.content_hash <> stored.content_hash";

    private final String table;
    private final String marks;
    private final String staged;
    private final String setting;

    TenderSql(Names names) {
        this.table = names.tenders();
        this.marks = names.marks();
        this.staged = names.stagedTenders();
        this.setting = names.raisesEventsSetting();
    }

    /** The trigger that speaks for other programs keeps silent until this transaction ends; rows are sorted in memory. */
    String begin() {
        return "SELECT set_config('" + setting + "', 'on', true), set_config('work_mem', '32MB', true)";
    }

    /** Those of the rows which need not be written, by their positions, and whether it is the same that stands there. */
    String kept() {
        return "SELECT input.position, stored.content_hash = input.content_hash AS same FROM " + table
                + " AS stored JOIN"
                + " (SELECT ocid, release_date::timestamptz, release_nanos::smallint, content_hash::bytea, position"
                + " FROM unnest(:ocid, :release_date, :release_nanos, :content_hash) WITH ORDINALITY"
                + " AS given(ocid, release_date, release_nanos, content_hash, position)) AS input ON input.ocid = stored.ocid"
                // Told twice, so that rows are found by their ocids however few the planner believes to be there.
                + " WHERE stored.ocid = ANY(:ocid) AND NOT (" + String.format(IS_NEWER, "input") + ")";
    }

    /** A table of this connection's own, which is empty whenever a transaction begins. Nothing of it is logged, or compressed in vain. */
    List<String> makeStaged() {
        String columns = INPUTS.stream().map(input -> input.name() + " text").collect(Collectors.joining(", "));
        String external = INPUTS.stream()
                .map(input -> "ALTER COLUMN " + input.name() + " SET STORAGE EXTERNAL")
                .collect(Collectors.joining(", "));
        return List.of(
                "CREATE TEMPORARY TABLE " + staged + " (" + columns
                        + ", position integer) WITH (toast_tuple_target = 8160)" + " ON COMMIT DELETE ROWS",
                "ALTER TABLE pg_temp." + staged + " " + external);
    }

    /** Whether the table is there, or may be made. */
    String hasStaged() {
        return "SELECT to_regclass('pg_temp." + staged + "') IS NOT NULL AS there,"
                + " has_database_privilege(current_database(), 'TEMPORARY') AS allowed";
    }

    String copy() {
        return "COPY pg_temp." + staged + " FROM STDIN (FORMAT binary)";
    }

    String emptyStaged() {
        return "TRUNCATE pg_temp." + staged;
    }

    String insertGiven() {
        return insertFrom("unnest("
                + INPUTS.stream().map(input -> ":" + input.name()).collect(Collectors.joining(", "))
                + ") WITH ORDINALITY AS input("
                + INPUTS.stream().map(Input::name).collect(Collectors.joining(", ")) + ", position)");
    }

    String insertStaged() {
        return insertFrom("pg_temp." + staged + " AS input");
    }

    String hashes() {
        return "SELECT ocid, encode(content_hash, 'hex') AS hash FROM " + table + " WHERE ocid = ANY(:ocids)";
    }

    /**
     * {@code ON CONFLICT DO UPDATE} locks the stored row before it compares, whether or not it then writes, so that the comparison
     * holds against whoever else writes at the same time, and what a second look finds for the rows that were not written is still
     * what they were compared with.
     */
    private String insertFrom(String source) {
        List<TenderRow.Column> columns = TenderRow.COLUMNS;
        String names = columns.stream().map(TenderRow.Column::name).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " AS stored (" + names + ", raw_text, search, version, changed_at) SELECT "
                + columns.stream()
                        .map(column -> "input." + column.name() + "::" + column.type())
                        .collect(Collectors.joining(", "))
                + ", input.raw, setweight(to_tsvector('english', input.a), 'A') || setweight(to_tsvector('english', input.b), 'B')"
                + " || setweight(to_tsvector('english', input.c), 'C') || setweight(to_tsvector('english', input.d), 'D') || "
                + marks
                + "(input.ocid, input.province_key, input.category_key, input.buyer_key, input.status_key, input.method_key,"
                + " input.compulsory_briefing::boolean, input.cidb_classes::text[], input.cidb_highest::smallint,"
                + " input.release_date::timestamptz)"
                + ", 1, :now::timestamptz FROM " + source
                + " ORDER BY input.position ON CONFLICT (ocid) DO UPDATE SET "
                + columns.stream()
                        .map(column -> column.name() + " = excluded." + column.name())
                        .collect(Collectors.joining(", "))
                + ", raw_text = excluded.raw_text, search = excluded.search, version = stored.version + 1,"
                + " changed_at = excluded.changed_at WHERE " + String.format(IS_NEWER, "excluded")
                + " RETURNING stored.ocid, stored.version";
    }

    private static List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        TenderRow.COLUMNS.forEach(column -> inputs.add(new Input(column.name(), column.text())));
        inputs.add(new Input("a", row -> SearchText.a(row.tender())));
        inputs.add(new Input("b", row -> SearchText.b(row.tender())));
        inputs.add(new Input("c", row -> SearchText.c(row.tender())));
        inputs.add(new Input("d", row -> SearchText.d(row.tender())));
        return List.copyOf(inputs);
    }

    /** Of what a row is given as, one text. */
    record Input(String name, Function<TenderRow, @Nullable String> text) {}
}
