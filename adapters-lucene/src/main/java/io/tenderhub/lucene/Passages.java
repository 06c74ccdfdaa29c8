package io.tenderhub.lucene;

import io.tenderhub.semantic.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** The vectors of tenders, in the order they were put in. */
final class Passages {
    private Passages() {}

    static Map<String, List<Embedding>> of(Collection<String> ocids, IndexReader reader) throws IOException {
        Map<String, List<Embedding>> all = new LinkedHashMap<>();
        for (String ocid : ocids) {
            for (LeafReaderContext leaf : reader.leaves()) {
                List<Embedding> found = of(ocid, leaf.reader());
                if (!found.isEmpty()) {
                    all.put(ocid, found);
                }
            }
        }
        return all;
    }

    private static List<Embedding> of(String ocid, LeafReader segment) throws IOException {
        List<Embedding> found = new ArrayList<>();
        PostingsEnum documents = segment.postings(new Term(TenderFields.OCID, ocid), PostingsEnum.NONE);
        FloatVectorValues vectors = segment.getFloatVectorValues(TenderFields.VECTOR);
        if (documents == null || vectors == null) {
            return found;
        }
        Bits live = segment.getLiveDocs();
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if ((live == null || live.get(document)) && vectors.advance(document) == document) {
                found.add(Embedding.of(vectors.vectorValue()));
            }
        }
        return found;
    }
}
