package io.tenderhub.postgres;

import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderFilter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One search. A tender has as many chances as passages, so that more passages than tenders are looked for. Where the graph leads to fewer
 * than were asked for, which it does under filters that let little through, all that pass are looked at one by one.
 */
final class NearestMeanings {
    private static final Comparator<SimilarTender> ORDER = Comparator.comparingDouble(SimilarTender::similarity)
            .reversed()
            .thenComparing(SimilarTender::ocid, OcidOrder.INSTANCE);
    private static final int BESIDES = 30;
    /** Planned for what is asked, until the transaction ends. */
    private static final String SETTINGS =
            "SELECT set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String DISTANCE = "p.embedding <=> :to::real[]::vector";

    private final Handle transaction;
    private final VectorType vectors;
    private final String to;
    private final SearchConditions conditions;
    private final String from;

    NearestMeanings(Handle transaction, Names names, VectorType vectors, Embedding to, TenderFilter filter) {
        this.transaction = transaction;
        this.vectors = vectors;
        this.to = MeaningRow.vector(to);
        this.conditions = new SearchConditions(Optional.empty(), filter);
        String passages = " FROM " + names.meaningPassages() + " AS p";
        this.from = conditions.areNone()
                ? passages
                : passages + " JOIN " + names.meanings() + " AS m ON m.ocid = p.ocid" + conditions.forEachRow();
    }

    List<SimilarTender> first(int limit) {
        transaction.createQuery(SETTINGS).map((row, context) -> true).one();
        long wanted = limit * 3L / 2 + BESIDES;
        while (true) {
            int rows = (int) Math.min(Integer.MAX_VALUE, wanted);
            List<SimilarTender> found = found(DISTANCE, rows);
            if (found.size() < rows) {
                // No index is ordered by this one.
                found = found("(" + DISTANCE + ") + 0.0", rows);
            }
            Map<String, SimilarTender> best = new HashMap<>();
            found.forEach(hit ->
                    best.merge(hit.ocid(), hit, (one, other) -> one.similarity() >= other.similarity() ? one : other));
            if (best.size() >= limit || found.size() < rows) {
                return best.values().stream().sorted(ORDER).limit(limit).toList();
            }
            wanted = rows * 4L;
        }
    }

    private List<SimilarTender> found(String order, int rows) {
        vectors.prepare(transaction, rows);
        return conditions
                .bindTo(transaction.createQuery(
                        "SELECT p.ocid, " + DISTANCE + " AS distance" + from + " ORDER BY " + order + " LIMIT :rows"))
                .bind("to", to)
                .bind("rows", rows)
                .map((row, context) -> new SimilarTender(row.getString("ocid"), 1 - row.getDouble("distance")))
                .list();
    }
}
