package io.tenderhub.postgres;

import io.tenderhub.search.TenderMatches;
import io.tenderhub.tender.TenderFilter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads ocids of what a search finds. */
final class MatchReads implements TenderMatches {
    private final Reading reading;
    private final String table;

    /** @param reading where it is looked */
    MatchReads(Database database, Reading reading) {
        this.reading = reading;
        this.table = database.names().tenders();
    }

    @Override
    public List<String> following(Optional<String> text, TenderFilter filter, Optional<String> afterOcid, int limit) {
        return reading.run("search", handle -> {
            SearchConditions conditions = new SearchConditions(SearchWords.of(handle, text), filter);
            // Nothing that is stored lies between what holds a NUL and the same up to there.
            afterOcid.ifPresent(after -> conditions.bind(
                    "after", after.indexOf('\0') < 0 ? after : after.substring(0, after.indexOf('\0'))));
            String where = conditions.areIndexed() ? conditions.forTheIndex() : conditions.forEachRow();
            return conditions
                    .bindTo(handle.createQuery("SELECT ocid FROM " + table
                            + (afterOcid.isPresent() ? with(where, "ocid > :after") : where)
                            + " ORDER BY ocid LIMIT :rows"))
                    .bind("rows", limit)
                    .mapTo(String.class)
                    .list();
        });
    }

    @Override
    public Set<String> among(Optional<String> text, TenderFilter filter, Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids);
        if (possible.isEmpty()) {
            return Set.of();
        }
        return reading.run("search", handle -> {
            SearchConditions conditions = new SearchConditions(SearchWords.of(handle, text), filter);
            conditions.bind("ocids", TextArray.of(possible));
            return conditions
                    .bindTo(handle.createQuery(
                            "SELECT ocid FROM " + table + with(conditions.forEachRow(), "ocid = ANY(:ocids)")))
                    .mapTo(String.class)
                    .set();
        });
    }

    /** @param where as conditions say it */
    private static String with(String where, String further) {
        return where + (where.isEmpty() ? " WHERE " : " AND ") + further;
    }
}
