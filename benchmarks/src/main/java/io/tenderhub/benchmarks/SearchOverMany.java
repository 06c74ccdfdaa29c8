package io.tenderhub.benchmarks;

import io.tenderhub.benchmarks.QueryMix.Asked;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Searches and counts facets over very many tenders, made of real ones and kept in a folder:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.SearchOverMany FOLDER REAL [TENDERS...]}. It grows the folder to each of the
 * numbers, measures there, and writes the plans of some queries into the folder.
 */
public final class SearchOverMany {
    private static final String USAGE = """
            usage: SearchOverMany FOLDER REAL [TENDERS...]
              FOLDER   where the database is kept; what is there already is used
              REAL     real tenders to multiply, a file or folder of anything that "ingest" reads
              TENDERS  how many to measure with, rising; 100000 300000 1000000 if none are given""";

    private static final int SEED = 7;
    private static final int QUERIES_OF_A_KIND = 20;
    private static final int ROUNDS = 3;
    private static final int PAGES = 3;
    private static final int SEARCH_LIMIT = 50;
    private static final int FACETS_LIMIT = 300;
    /** Not a divisor of how many there are of a kind, so that all filters come up. */
    private static final int FACETS_EVERY = 3;

    private static final int PLANS_EVERY = 9;
    private static final int COUNTS_OF_ALL = 4;

    private final ManyTenders tenders;
    private final List<Asked> queries;

    private SearchOverMany(ManyTenders tenders, List<Asked> queries) {
        this.tenders = tenders;
        this.queries = queries;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length < 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        List<Long> sizes = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            sizes.add(Long.parseLong(arguments[i]));
        }
        Path folder = Path.of(arguments[0]);
        List<Tender> real = RealTenders.read(Path.of(arguments[1]));
        ReleaseLines lines = new MultipliedTenders(real, 1);
        try (ManyTenders tenders = ManyTenders.in(folder)) {
            SearchOverMany search = new SearchOverMany(tenders, queries(tenders, real));
            for (long size : sizes.isEmpty() ? List.of(100_000L, 300_000L, 1_000_000L) : sizes) {
                tenders.growTo(size, lines);
                search.measure();
                search.plans(folder.resolve("plans-" + tenders.count() + ".txt"));
            }
        }
    }

    private static List<Asked> queries(ManyTenders tenders, List<Tender> real) throws SQLException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Connection connection = tenders.database().getConnection();
                PreparedStatement says =
                        connection.prepareStatement("SELECT numnode(plainto_tsquery('english', ?)) > 0")) {
            WordBands words = new WordBands(
                    real.stream()
                            .map(tender -> tender.description().orElseThrow())
                            .toList(),
                    word -> says(says, word),
                    random);
            return new QueryMix(real, words, random).queries(QUERIES_OF_A_KIND);
        }
    }

    private static boolean says(PreparedStatement statement, String word) {
        try {
            statement.setString(1, word);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure() {
        System.out.printf(
                "%n== %,d tenders; %,d searches, each %d times after a warm-up ==%n",
                tenders.count(), queries.size(), ROUNDS);
        Latencies baseline = new Latencies();
        SearchTimes times = new SearchTimes(new Latencies(), new Latencies(), new Latencies());
        Latencies facets = new Latencies();
        searchAll(new SearchTimes(new Latencies(), new Latencies(), new Latencies()), new Latencies());
        countAll(new Latencies(), FACETS_EVERY * FACETS_EVERY);
        for (int round = 0; round < ROUNDS; round++) {
            searchAll(times, baseline);
            countAll(facets, FACETS_EVERY);
        }
        FormerSearch former = new FormerSearch(tenders.database());
        for (int i = 0; i < queries.size(); i += PLANS_EVERY) {
            TenderQuery query = queries.get(i).query();
            former.search(query);
            baseline.time("all ranked, every " + PLANS_EVERY + "th, warm", () -> former.search(query));
        }
        times.byText().print("text and two filters, ms", SEARCH_LIMIT);
        times.byFilters().print("the same by filters", SEARCH_LIMIT);
        times.byOrder().print("the same by order", SEARCH_LIMIT);
        facets.print("facets, ms", FACETS_LIMIT);
        baseline.print("to compare with, ms", SEARCH_LIMIT);
    }

    /** The same searches, grouped in three ways. */
    private record SearchTimes(Latencies byText, Latencies byFilters, Latencies byOrder) {}

    /** The first pages, each search after a round trip to compare with. */
    private void searchAll(SearchTimes times, Latencies baseline) {
        TenderCatalog catalog = tenders.postgres().searchCatalog();
        for (Asked asked : queries) {
            baseline.time("nothing but a round trip", tenders::roundTrip);
            Optional<String> next = Optional.empty();
            for (int page = 1; page <= PAGES && (page == 1 || next.isPresent()); page++) {
                TenderQuery first = asked.query();
                TenderQuery query =
                        new TenderQuery(first.text(), first.filter(), first.mode(), first.sort(), first.limit(), next);
                String kind = page == 1 ? asked.kind() : "pages behind a cursor";
                TenderPage found = times.byText()
                        .time(
                                kind,
                                () -> times.byFilters()
                                        .time(
                                                asked.filters(),
                                                () -> times.byOrder()
                                                        .time(query.sort().name(), () -> catalog.search(query))));
                next = found.nextCursor();
            }
        }
    }

    private void countAll(Latencies facets, int every) {
        PostgresAdapter postgres = tenders.postgres();
        FacetCatalog counts = postgres.facetCatalog();
        for (int i = 0; i < queries.size(); i += every) {
            TenderQuery query = queries.get(i).query();
            facets.time("text and two filters", () -> counts.facets(query.text(), query.filter()));
            facets.time("text alone", () -> counts.facets(query.text(), TenderFilter.ALL));
            facets.time("two filters alone", () -> counts.facets(Optional.empty(), query.filter()));
        }
        for (int i = 0; i < COUNTS_OF_ALL; i++) {
            facets.time("nothing", () -> counts.facets(Optional.empty(), TenderFilter.ALL));
        }
    }

    /** What PostgreSQL did for one query in some, of each kind. */
    private void plans(Path file) throws IOException {
        try (PlanWriter plans = PlanWriter.to(file, tenders.database())) {
            PostgresAdapter postgres = PostgresAdapter.builder(plans.database()).build();
            for (int i = 0; i < queries.size(); i += PLANS_EVERY) {
                Asked asked = queries.get(i);
                TenderQuery query = asked.query();
                plans.heading("search, " + asked.kind() + ", " + asked.filters() + ", by " + query.sort() + ": "
                        + query.text().orElse(""));
                postgres.searchCatalog().search(query);
                plans.heading("facets of the same");
                postgres.facetCatalog().facets(query.text(), query.filter());
            }
            plans.heading("facets of everything");
            postgres.facetCatalog().facets(Optional.empty(), TenderFilter.ALL);
        }
        System.out.println("\nplans in " + file);
    }
}
