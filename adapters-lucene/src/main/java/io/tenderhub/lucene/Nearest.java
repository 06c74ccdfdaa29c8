package io.tenderhub.lucene;

import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.tender.OcidOrder;
import io.tenderhub.tender.TenderFilter;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** One search. A tender has as many chances as passages, so that more passages than tenders are looked for. */
final class Nearest {
    private static final Comparator<SimilarTender> ORDER = Comparator.comparingDouble(SimilarTender::similarity)
            .reversed()
            .thenComparing(SimilarTender::ocid, OcidOrder.INSTANCE);
    private static final int BESIDES = 30;
    /** Quickly looked at one by one. */
    private static final int FEW = 5_000;

    private final IndexSearcher searcher;
    private final float[] to;
    private final @Nullable Query filter;

    Nearest(IndexSearcher searcher, Embedding to, TenderFilter filter) {
        this.searcher = searcher;
        this.to = to.values();
        this.filter = FilterQuery.of(filter).orElse(null);
    }

    List<SimilarTender> first(int limit) throws IOException {
        int all = Math.max(1, searcher.getIndexReader().maxDoc());
        int wanted = (int) Math.min(all, limit * 3L / 2 + BESIDES);
        while (true) {
            ScoreDoc[] found = found(wanted, all);
            Map<String, Double> best = best(found);
            // Fewer than wanted are all that pass, or, seldom, all that the graph leads to.
            boolean noMore = wanted == all || found.length < wanted && all > FEW;
            if (best.size() >= limit || noMore) {
                return best.entrySet().stream()
                        .map(entry -> new SimilarTender(entry.getKey(), entry.getValue()))
                        .sorted(ORDER)
                        .limit(limit)
                        .toList();
            }
            wanted = (int) Math.min(all, all <= FEW ? all : wanted * 2L);
        }
    }

    private ScoreDoc[] found(int wanted, int all) throws IOException {
        // Lucene looks at each document, not at the graph, where a filter lets through no more than are wanted.
        Query only = filter == null && wanted == all ? new MatchAllDocsQuery() : filter;
        return searcher.search(new KnnFloatVectorQuery(TenderFields.VECTOR, to, wanted, only), wanted).scoreDocs;
    }

    private Map<String, Double> best(ScoreDoc[] found) throws IOException {
        Map<String, Double> best = new HashMap<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : found) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            BinaryDocValues ocids = leaf.reader().getBinaryDocValues(TenderFields.OCID);
            if (ocids != null && ocids.advanceExact(hit.doc - leaf.docBase)) {
                // Lucene's score of two vectors of length 1 is (1 + cosine) / 2.
                best.merge(ocids.binaryValue().utf8ToString(), 2.0 * hit.score - 1, Math::max);
            }
        }
        return best;
    }
}
