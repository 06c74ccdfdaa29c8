package io.tenderhub.postgres;

import io.tenderhub.search.FacetCatalog;
import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Counts what searches find, in one pass over it: first how often the four values come together, which many processes can count, then
 * each by itself. Of very many a sample is counted. Names that differ in case only are put together here.
 */
final class FacetReads implements FacetCatalog {
    private static final Comparator<FacetCount> MOST_FIRST = Comparator.comparingLong(FacetCount::tenders)
            .reversed()
            .thenComparing(FacetCount::value, OcidOrder.INSTANCE);

    /** What the migration's indexes hold, to the letter. */
    private static final String LENGTH = "coalesce(octet_length(province), 0) + coalesce(octet_length(category), 0)"
            + " + coalesce(octet_length(status), 0) + coalesce(octet_length(buyer), 0)";

    private static final String COLUMNS = Stream.of(Facet.values())
            .map(facet -> facet.column() + " COLLATE \"C\"")
            .collect(Collectors.joining(", "));

    /** So many rows are counted one by one; of more, a sample. */
    private static final long MOST_ROWS = 20_000;

    /** Where the index that holds the values is enough. */
    private static final long MOST_OF_ALL = 200_000;

    private final Reading reading;
    private final Names names;
    private final String table;
    private final long mostRows;
    private final long mostOfAll;

    /** @param reading where it is counted */
    FacetReads(Database database, Reading reading) {
        this(database, reading, MOST_ROWS, MOST_OF_ALL);
    }

    /**
     * @param mostRows of what is found by a text or a filter
     * @param mostOfAll of everything
     */
    FacetReads(Database database, Reading reading, long mostRows, long mostOfAll) {
        this.reading = reading;
        this.names = database.names();
        this.table = names.tenders();
        this.mostRows = mostRows;
        this.mostOfAll = mostOfAll;
    }

    /** In the order of the index. */
    private enum Facet {
        PROVINCE,
        CATEGORY,
        STATUS,
        BUYER;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Facets facets(Optional<String> text, TenderFilter filter) {
        return reading.run("facets", handle -> handle.inTransaction(transaction -> counted(transaction, text, filter)));
    }

    private Facets counted(Handle transaction, Optional<String> text, TenderFilter filter) {
        SearchReads.prepare(transaction);
        SearchConditions conditions = new SearchConditions(SearchWords.of(transaction, text), filter);
        new RecentWindow(transaction, names, conditions).asAsked();
        long most = conditions.areNone() ? mostOfAll : mostRows;
        SearchSample sample = SearchSample.of(conditions.expected(transaction, table), most);
        Facets facets = counted(transaction, conditions, sample);
        // The planner reckoned with more than there are.
        return !facets.estimated() || facets.tenders() > most
                ? facets
                : counted(transaction, conditions, SearchSample.ALL);
    }

    private Facets counted(Handle transaction, SearchConditions conditions, SearchSample sample) {
        conditions.sampled(sample);
        Map<Facet, Map<String, FacetCount>> counts = new EnumMap<>(Facet.class);
        Stream.of(Facet.values()).forEach(facet -> counts.put(facet, new HashMap<>()));
        long all = conditions
                .bindTo(transaction.createQuery(sql(conditions, sample)))
                .map((row, context) -> count(row, sample.oneIn(), counts))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Facets(
                all,
                list(counts, Facet.PROVINCE, Integer.MAX_VALUE),
                list(counts, Facet.CATEGORY, Integer.MAX_VALUE),
                list(counts, Facet.BUYER, Facets.MOST_BUYERS),
                list(counts, Facet.STATUS, Integer.MAX_VALUE),
                !sample.isAll());
    }

    String sql(SearchConditions conditions, SearchSample sample) {
        String together = conditions.areNone() && sample.isAll()
                ? together(" WHERE " + LENGTH + " <= 1000") + " UNION ALL " + together(" WHERE " + LENGTH + " > 1000")
                : together(conditions.forTheIndex());
        String each = Stream.of(Facet.values())
                .map(facet -> "(" + facet.column() + ")")
                .collect(Collectors.joining(", "));
        String which = Stream.of(Facet.values())
                .map(facet -> ", " + facet.column() + ", grouping(" + facet.column() + ") AS not_" + facet.column())
                .collect(Collectors.joining());
        return "SELECT sum(tenders)::bigint AS tenders" + which + " FROM (" + together
                + ") AS together GROUP BY GROUPING SETS (" + each + ", ())";
    }

    private String together(String where) {
        return "SELECT "
                + Stream.of(Facet.values())
                        .map(facet -> facet.column() + " COLLATE \"C\" AS " + facet.column())
                        .collect(Collectors.joining(", "))
                + ", count(*) AS tenders FROM " + table + where + " GROUP BY " + COLUMNS;
    }

    /** How many it are in all, told by one of the rows. */
    private static long count(ResultSet row, int oneIn, Map<Facet, Map<String, FacetCount>> counts)
            throws SQLException {
        long tenders = row.getLong("tenders") * oneIn;
        for (Map.Entry<Facet, Map<String, FacetCount>> facet : counts.entrySet()) {
            String column = facet.getKey().column();
            if (row.getInt("not_" + column) == 0) {
                String value = row.getString(column);
                if (value != null) {
                    facet.getValue().merge(SearchText.key(value), new FacetCount(value, tenders), FacetReads::together);
                }
                return 0;
            }
        }
        return tenders;
    }

    private static FacetCount together(FacetCount one, FacetCount other) {
        boolean first = OcidOrder.INSTANCE.compare(one.value(), other.value()) <= 0;
        return new FacetCount(first ? one.value() : other.value(), one.tenders() + other.tenders());
    }

    private static List<FacetCount> list(Map<Facet, Map<String, FacetCount>> counts, Facet facet, int most) {
        return counts.getOrDefault(facet, Map.of()).values().stream()
                .sorted(MOST_FIRST)
                .limit(most)
                .toList();
    }
}
