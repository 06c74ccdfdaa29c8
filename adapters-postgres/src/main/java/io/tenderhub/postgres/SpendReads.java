package io.tenderhub.postgres;

import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.tender.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Adds up awards inside the database, whose {@code numeric} is exact. */
final class SpendReads implements SpendCatalog {
    private final Reading reading;
    private final String select;

    /** @param reading where it is added up */
    SpendReads(Database database, Reading reading) {
        this.reading = reading;
        this.select = "SELECT min(tender.buyer COLLATE \"C\") AS buyer, award -> 'value' ->> 'currency' AS currency,"
                + " sum((award -> 'value' ->> 'amount')::numeric) AS amount, count(*) AS awards FROM "
                + database.names().tenders()
                + " AS tender CROSS JOIN LATERAL jsonb_path_query(tender.document, 'lax $.awards[*]') AS award"
                + " WHERE tender.buyer_key IS NOT NULL AND jsonb_typeof(award -> 'value' -> 'amount') = 'number'"
                + " AND lower(coalesce(award ->> 'status', '')) <> ALL(:notInForce)"
                + " AND (:currency::text IS NULL OR award -> 'value' ->> 'currency' = :currency)"
                + " GROUP BY tender.buyer_key, currency";
    }

    @Override
    public List<BuyerSpend> all() {
        return read(Optional.empty());
    }

    @Override
    public List<BuyerSpend> in(String currency) {
        return read(Optional.of(currency));
    }

    private List<BuyerSpend> read(Optional<String> currency) {
        return reading.run("spend", handle -> {
            Query query = handle.createQuery(select)
                    .bind("notInForce", TextArray.of(List.copyOf(SpendRules.NOT_IN_FORCE)))
                    .bind("currency", currency.orElse(null));
            return query.map((row, context) -> spend(row)).stream()
                    .sorted(SpendRules.MOST_FIRST)
                    .toList();
        });
    }

    private static BuyerSpend spend(ResultSet row) throws SQLException {
        return new BuyerSpend(
                row.getString("buyer"),
                new Money(SpendRules.plain(row.getBigDecimal("amount")), row.getString("currency")),
                row.getLong("awards"));
    }
}
