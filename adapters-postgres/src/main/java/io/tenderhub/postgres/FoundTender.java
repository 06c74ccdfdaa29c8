package io.tenderhub.postgres;

import io.tenderhub.tender.Money;
import io.tenderhub.tender.TenderHit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A row that was found.
 *
 * @param description its beginning, where a text was looked for; empty otherwise
 * @param cursor leads behind it
 */
record FoundTender(TenderHit hit, Optional<String> description, PageCursor cursor) {
    /** What of a row is read, beginning with the table's alias. */
    static String columns(SearchConditions conditions) {
        return "hit.ocid, hit.tender_id, hit.heading, hit.buyer, hit.province, hit.category, hit.status, hit.value_amount,"
                + " hit.value_currency, hit.release_date, hit.release_nanos, hit.closes_at, hit.closes_nanos, "
                + (conditions.hasText()
                        ? "left(hit.document ->> 'description', " + Highlighter.LOOKED_AT + ") AS description, "
                                + "ts_rank(hit.search, " + SearchConditions.WORDS + ") AS relevance"
                        : "NULL::text AS description, 0::float4 AS relevance");
    }

    static FoundTender of(ResultSet row, List<String> key) throws SQLException {
        Optional<BigDecimal> amount = Optional.ofNullable(row.getBigDecimal("value_amount"));
        String currency = row.getString("value_currency");
        TenderHit hit = new TenderHit(
                row.getString("ocid"),
                row.getString("tender_id"),
                row.getString("heading"),
                Optional.ofNullable(row.getString("buyer")),
                Optional.ofNullable(row.getString("province")),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("status")),
                amount.map(value -> new Money(value, currency)),
                Times.read(row, "release_date", "release_nanos"),
                row.getObject("closes_at") == null
                        ? Optional.empty()
                        : Optional.of(Times.read(row, "closes_at", "closes_nanos")),
                row.getFloat("relevance"),
                List.of());
        return new FoundTender(hit, Optional.ofNullable(row.getString("description")), new PageCursor(key, hit.ocid()));
    }

    FoundTender at(List<String> key) {
        return new FoundTender(hit, description, new PageCursor(key, hit.ocid()));
    }
}
