package io.tenderhub.postgres;

import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.tender.TenderTraits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is filtered by, in columns that are called as those of the tenders are, so that the same conditions hold for both. */
final class MeaningRow {
    /** A column and how its text is made, which the statement casts to its type. */
    record Column(String name, String type, Function<IndexedTender, @Nullable String> text) {}

    static final List<Column> COLUMNS = List.of(
            new Column("ocid", "text", IndexedTender::ocid),
            new Column("version", "bigint", row -> "" + row.version()),
            new Column("digest", "text", IndexedTender::digest),
            trait("province_key", "text", traits -> key(traits.province())),
            trait("buyer_key", "text", traits -> key(traits.buyer())),
            trait("category_key", "text", traits -> key(traits.category())),
            trait("status_key", "text", traits -> key(traits.status())),
            trait("method_key", "text", traits -> key(traits.method())),
            trait("release_date", "timestamptz", traits -> Times.text(traits.releaseDate())),
            trait("release_nanos", "smallint", traits -> "" + Times.nanos(traits.releaseDate())),
            trait("closes_at", "timestamptz", traits -> closing(traits, Times::text)),
            trait("closes_nanos", "smallint", traits -> closing(traits, at -> "" + Times.nanos(at))),
            trait("value_amount", "numeric", traits -> {
                return traits.value().map(amount -> amount.toPlainString()).orElse(null);
            }),
            trait("compulsory_briefing", "boolean", traits -> "" + traits.compulsoryBriefing()),
            trait("cidb_classes", "text[]", MeaningRow::classes),
            trait("cidb_highest", "smallint", MeaningRow::highest));

    private MeaningRow() {}

    /** As {@code real[]} is written, from which a vector is cast. */
    static String vector(Embedding embedding) {
        StringBuilder text = new StringBuilder("{");
        for (float value : embedding.values()) {
            text.append(text.length() == 1 ? "" : ",").append(value);
        }
        return text.append('}').toString();
    }

    private static Column trait(String name, String type, Function<TenderTraits, @Nullable String> text) {
        return new Column(name, type, row -> text.apply(row.traits()));
    }

    private static @Nullable String key(Optional<String> text) {
        return text.map(word -> SearchText.key(word.replace('\0', '\ufffd'))).orElse(null);
    }

    private static @Nullable String closing(TenderTraits traits, Function<Instant, String> text) {
        return traits.closesAt().map(text).orElse(null);
    }

    private static String classes(TenderTraits traits) {
        return traits.cidb().stream()
                .map(grade -> grade.cidbClass().name())
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String highest(TenderTraits traits) {
        return traits.cidb().stream()
                .map(grade -> grade.grade())
                .max(Integer::compare)
                .map(String::valueOf)
                .orElse(null);
    }
}
