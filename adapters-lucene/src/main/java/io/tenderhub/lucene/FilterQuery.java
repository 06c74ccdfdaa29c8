package io.tenderhub.lucene;

import io.tenderhub.tender.TenderFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What passes a filter, in Lucene's words; see {@link io.tenderhub.tender.TenderTraits#pass}. */
final class FilterQuery {
    private final BooleanQuery.Builder all = new BooleanQuery.Builder();
    private int conditions;

    private FilterQuery(TenderFilter filter) {
        anyOf(TenderFields.PROVINCE, filter.provinces());
        anyOf(TenderFields.BUYER, filter.buyers());
        anyOf(TenderFields.CATEGORY, filter.categories());
        anyOf(TenderFields.STATUS, filter.statuses());
        anyOf(TenderFields.METHOD, filter.methods());
        within(TenderFields.CLOSES, filter.closingFrom(), filter.closingTo());
        within(TenderFields.RELEASED, filter.publishedFrom(), filter.publishedTo());
        value(filter);
        filter.compulsoryBriefing()
                .ifPresent(yes -> add(new TermQuery(new Term(TenderFields.BRIEFING, TenderFields.yesNo(yes)))));
        filter.cidbClass().ifPresent(wanted -> add(new TermQuery(new Term(TenderFields.CIDB_CLASS, wanted.name()))));
        filter.highestGrade().ifPresent(grade -> add(IntPoint.newRangeQuery(TenderFields.CIDB_GRADE, 0, grade)));
    }

    /** Empty if it lets everything through. */
    static Optional<Query> of(TenderFilter filter) {
        FilterQuery query = new FilterQuery(filter);
        return query.conditions == 0 ? Optional.empty() : Optional.of(query.all.build());
    }

    private void add(Query condition) {
        all.add(condition, Occur.FILTER);
        conditions++;
    }

    private void anyOf(String field, Set<String> words) {
        if (!words.isEmpty()) {
            add(new TermInSetQuery(
                    field,
                    words.stream()
                            .map(TenderFields::key)
                            .map(TenderFields::cut)
                            .map(BytesRef::new)
                            .toList()));
        }
    }

    private void within(String field, Optional<Instant> from, Optional<Instant> to) {
        if (from.isPresent() || to.isPresent()) {
            // The end is exclusive; nothing lies before the beginning of time.
            Instant last = to.map(end -> end.equals(Instant.MIN) ? end : end.minusNanos(1))
                    .orElse(Instant.MAX);
            add(BinaryPoint.newRangeQuery(field, SortableBytes.of(from.orElse(Instant.MIN)), SortableBytes.of(last)));
        }
    }

    private void value(TenderFilter filter) {
        if (filter.valueFrom().isEmpty() && filter.valueTo().isEmpty()) {
            return;
        }
        Query range = BinaryPoint.newRangeQuery(
                TenderFields.VALUE,
                filter.valueFrom()
                        .map(from -> bytes(from, RoundingMode.CEILING))
                        .orElseGet(() -> filled(0)),
                filter.valueTo().map(to -> bytes(to, RoundingMode.FLOOR)).orElseGet(() -> filled(0xff)));
        if (filter.includeUndisclosed()) {
            add(new BooleanQuery.Builder()
                    .add(range, Occur.SHOULD)
                    .add(new TermQuery(new Term(TenderFields.DISCLOSED, TenderFields.NO)), Occur.SHOULD)
                    .build());
        } else {
            add(range);
        }
    }

    private static byte[] bytes(BigDecimal amount, RoundingMode rounding) {
        return SortableBytes.of(amount, rounding);
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[SortableBytes.AMOUNT_BYTES];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
