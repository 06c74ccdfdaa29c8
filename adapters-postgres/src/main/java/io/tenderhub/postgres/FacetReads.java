package io.tenderhub.postgres;

import io.tenderhub.search.FacetCatalog;
import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what searches find, in one pass over it. */
final class FacetReads implements FacetCatalog {
    private static final Comparator<FacetCount> MOST_FIRST = Comparator.comparingLong(FacetCount::tenders)
            .reversed()
            .thenComparing(FacetCount::value, OcidOrder.INSTANCE);

    private final Reading reading;
    private final String table;

    /** @param reading where it is counted */
    FacetReads(Database database, Reading reading) {
        this.reading = reading;
        this.table = database.names().tenders();
    }

    private enum Facet {
        PROVINCE,
        CATEGORY,
        BUYER,
        STATUS;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Facets facets(Optional<String> text, TenderFilter filter) {
        return reading.run("facets", handle -> {
            SearchConditions conditions = new SearchConditions(SearchWords.of(handle, text), filter);
            Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
            Stream.of(Facet.values()).forEach(facet -> counts.put(facet, new ArrayList<>()));
            long[] all = new long[1];
            conditions
                    .bindTo(handle.createQuery(sql(conditions)))
                    .map((row, context) -> count(row, counts, all))
                    .list();
            counts.values().forEach(list -> list.sort(MOST_FIRST));
            List<FacetCount> buyers = counts.getOrDefault(Facet.BUYER, List.of());
            return new Facets(
                    all[0],
                    counts.getOrDefault(Facet.PROVINCE, List.of()),
                    counts.getOrDefault(Facet.CATEGORY, List.of()),
                    buyers.subList(0, Math.min(buyers.size(), Facets.MOST_BUYERS)),
                    counts.getOrDefault(Facet.STATUS, List.of()));
        });
    }

    private String sql(SearchConditions conditions) {
        String keys =
                Stream.of(Facet.values()).map(facet -> facet.column() + "_key").collect(Collectors.joining(", "));
        String values = Stream.of(Facet.values())
                .map(facet -> ", min(" + facet.column() + " COLLATE \"C\") AS " + facet.column() + ", grouping("
                        + facet.column() + "_key) AS not_" + facet.column())
                .collect(Collectors.joining());
        return "SELECT count(*) AS tenders" + values + " FROM " + table + conditions.where()
                + " GROUP BY GROUPING SETS ((" + keys.replace(", ", "), (") + "), ())";
    }

    private static boolean count(ResultSet row, Map<Facet, List<FacetCount>> counts, long[] all) throws SQLException {
        long tenders = row.getLong("tenders");
        boolean ofAll = true;
        for (Map.Entry<Facet, List<FacetCount>> facet : counts.entrySet()) {
            String column = facet.getKey().column();
            if (row.getInt("not_" + column) == 0) {
                ofAll = false;
                String value = row.getString(column);
                if (value != null) {
                    facet.getValue().add(new FacetCount(value, tenders));
                }
            }
        }
        if (ofAll) {
            all[0] = tenders;
        }
        return ofAll;
    }
}
