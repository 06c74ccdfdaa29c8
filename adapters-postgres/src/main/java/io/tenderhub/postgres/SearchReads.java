package io.tenderhub.postgres;

import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One search, in one transaction. Which way it goes does not hang on what the planner reckons: where words and filters are found often, a
 * page is full after a short walk along the index of its order; where they are not, their index gives all that is found, which then is
 * little.
 */
final class SearchReads {
    /**
     * The planner neither reads the whole table, of which a search wants little, nor takes a plan for any words at all; the index keeps in
     * mind each row that it finds, not its page alone.
     */
    private static final String SETTINGS = "SELECT set_config('enable_seqscan', 'off', true),"
            + " set_config('work_mem', '64MB', true), set_config('jit', 'off', true),"
            + " set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Names names;
    private final Highlighter highlighter = new Highlighter();

    SearchReads(Names names) {
        this.names = names;
    }

    /** Takes the settings of searches until the transaction ends. */
    static void prepare(Handle transaction) {
        transaction.createQuery(SETTINGS).map((row, context) -> true).one();
    }

    TenderPage search(Handle transaction, TenderQuery query) {
        prepare(transaction);
        SearchConditions conditions = new SearchConditions(SearchWords.of(transaction, query.text()), query.filter());
        RecentWindow recent = new RecentWindow(transaction, names, conditions);
        recent.asAsked();
        List<FoundTender> found = conditions.hasText() && query.sort() == TenderSort.RELEVANCE
                ? new RankedSearch(transaction, names, query, conditions, recent).page()
                : new OrderedSearch(transaction, names, query, conditions).page();
        List<FoundTender> page = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<String> next = found.size() <= query.limit()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).cursor().encode(query));
        return new TenderPage(
                conditions.hasText() ? highlighter.highlighted(transaction, conditions, page) : hits(page), next);
    }

    private static List<TenderHit> hits(List<FoundTender> page) {
        List<TenderHit> hits = new ArrayList<>();
        page.forEach(found -> hits.add(found.hit()));
        return hits;
    }
}
