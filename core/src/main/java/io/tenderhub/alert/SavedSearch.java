package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.Optional;

/**
 * A search that a team saved.
 *
 * @param id unique within the team
 * @param by who made it, as the audit trail shows him
 * @param newFrom what was stored earlier is no news; there exactly where there is an alert
 */
public record SavedSearch(String id, SearchDraft draft, String by, Instant createdAt, Optional<Instant> newFrom) {
    public SavedSearch {
        requireNonNull(id);
        requireNonNull(draft);
        requireNonNull(by);
        requireNonNull(createdAt);
        if (newFrom.isPresent() == (draft.alert() == Alert.NONE)) {
            throw new IllegalArgumentException("what is new is said exactly where there is an alert");
        }
    }

    public String name() {
        return draft.name();
    }

    public Optional<String> text() {
        return draft.text();
    }

    public TenderFilter filter() {
        return draft.filter();
    }

    public Alert alert() {
        return draft.alert();
    }

    /** The search itself, to be shown in this way. */
    public TenderQuery query(SearchMode mode, TenderSort sort, int limit, Optional<String> cursor) {
        return new TenderQuery(text(), filter(), mode, sort, limit, cursor);
    }

    /** The same search as somebody wishes it from now on; what it finds by now is no news where it was not looked for before. */
    SavedSearch changed(SearchDraft wanted, Instant from) {
        return new SavedSearch(id, wanted, by, createdAt, looksAnewAs(wanted) ? Optional.of(from) : stays(wanted));
    }

    /** Whether, as somebody wishes it, it alerts to what it did not alert to before. */
    boolean looksAnewAs(SearchDraft wanted) {
        return wanted.alert() != Alert.NONE && (alert() == Alert.NONE || !wanted.looksForTheSameAs(draft));
    }

    private Optional<Instant> stays(SearchDraft wanted) {
        return newFrom.filter(since -> wanted.alert() != Alert.NONE);
    }
}
