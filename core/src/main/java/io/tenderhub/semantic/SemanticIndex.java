package io.tenderhub.semantic;

import io.tenderhub.tender.TenderFilter;
import java.util.List;

/**
 * Finds tenders by what they mean. Derived from the truth, behind it by a little, and safe to lose: it is then made again. Safe for any
 * number of threads.
 */
public interface SemanticIndex {

    /**
     * The most similar tenders among those that pass the filter; each once, the most similar first, of equal ones by ocid. They may be
     * found approximately: now and then a more similar one is missed.
     *
     * @param to of the model that the index was made by
     * @param limit at most so many, 1 or more; fewer only where fewer pass the filter
     * @throws io.tenderhub.failure.UnavailableException if the index can't be read
     */
    List<SimilarTender> nearest(Embedding to, TenderFilter filter, int limit);

    /** As it was committed last. */
    IndexProgress progress();

    /** How many tenders are in it. */
    long size();
}
