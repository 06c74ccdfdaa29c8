package io.tenderhub.tender;

import io.tenderhub.cidb.CidbClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TenderQuery}; what is not set lets everything through. A null is taken as not set. */
public final class TenderQueryBuilder {
    private Optional<String> text = Optional.empty();
    private Set<String> provinces = Set.of();
    private Set<String> buyers = Set.of();
    private Set<String> categories = Set.of();
    private Set<String> statuses = Set.of();
    private Set<String> methods = Set.of();
    private Optional<Instant> closingFrom = Optional.empty();
    private Optional<Instant> closingTo = Optional.empty();
    private Optional<Instant> publishedFrom = Optional.empty();
    private Optional<Instant> publishedTo = Optional.empty();
    private Optional<BigDecimal> valueFrom = Optional.empty();
    private Optional<BigDecimal> valueTo = Optional.empty();
    private boolean includeUndisclosed = true;
    private Optional<Boolean> compulsoryBriefing = Optional.empty();
    private Optional<CidbClass> cidbClass = Optional.empty();
    private Optional<Integer> highestGrade = Optional.empty();
    private SearchMode mode = SearchMode.TEXT;
    private TenderSort sort = TenderSort.RELEVANCE;
    private int limit = TenderQuery.DEFAULT_LIMIT;
    private Optional<String> cursor = Optional.empty();

    TenderQueryBuilder() {}

    public TenderQueryBuilder text(@Nullable String value) {
        this.text = Optional.ofNullable(value);
        return this;
    }

    /** Sets every filter at once. */
    public TenderQueryBuilder filter(TenderFilter value) {
        this.provinces = value.provinces();
        this.buyers = value.buyers();
        this.categories = value.categories();
        this.statuses = value.statuses();
        this.methods = value.methods();
        this.closingFrom = value.closingFrom();
        this.closingTo = value.closingTo();
        this.publishedFrom = value.publishedFrom();
        this.publishedTo = value.publishedTo();
        this.valueFrom = value.valueFrom();
        this.valueTo = value.valueTo();
        this.includeUndisclosed = value.includeUndisclosed();
        this.compulsoryBriefing = value.compulsoryBriefing();
        this.cidbClass = value.cidbClass();
        this.highestGrade = value.highestGrade();
        return this;
    }

    public TenderQueryBuilder provinces(Set<String> value) {
        this.provinces = value;
        return this;
    }

    public TenderQueryBuilder buyers(Set<String> value) {
        this.buyers = value;
        return this;
    }

    public TenderQueryBuilder categories(Set<String> value) {
        this.categories = value;
        return this;
    }

    public TenderQueryBuilder statuses(Set<String> value) {
        this.statuses = value;
        return this;
    }

    public TenderQueryBuilder methods(Set<String> value) {
        this.methods = value;
        return this;
    }

    public TenderQueryBuilder closingFrom(@Nullable Instant value) {
        this.closingFrom = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder closingTo(@Nullable Instant value) {
        this.closingTo = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder publishedFrom(@Nullable Instant value) {
        this.publishedFrom = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder publishedTo(@Nullable Instant value) {
        this.publishedTo = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder valueFrom(@Nullable BigDecimal value) {
        this.valueFrom = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder valueTo(@Nullable BigDecimal value) {
        this.valueTo = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder includeUndisclosed(boolean value) {
        this.includeUndisclosed = value;
        return this;
    }

    public TenderQueryBuilder compulsoryBriefing(@Nullable Boolean value) {
        this.compulsoryBriefing = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder cidbClass(@Nullable CidbClass value) {
        this.cidbClass = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder highestGrade(@Nullable Integer value) {
        this.highestGrade = Optional.ofNullable(value);
        return this;
    }

    public TenderQueryBuilder mode(SearchMode value) {
        this.mode = value;
        return this;
    }

    public TenderQueryBuilder sort(TenderSort value) {
        this.sort = value;
        return this;
    }

    public TenderQueryBuilder limit(int value) {
        this.limit = value;
        return this;
    }

    public TenderQueryBuilder cursor(@Nullable String value) {
        this.cursor = Optional.ofNullable(value);
        return this;
    }

    public TenderQuery build() {
        TenderFilter filter = new TenderFilter(
                provinces,
                buyers,
                categories,
                statuses,
                methods,
                closingFrom,
                closingTo,
                publishedFrom,
                publishedTo,
                valueFrom,
                valueTo,
                includeUndisclosed,
                compulsoryBriefing,
                cidbClass,
                highestGrade);
        return new TenderQuery(text, filter, mode, sort, limit, cursor);
    }
}
