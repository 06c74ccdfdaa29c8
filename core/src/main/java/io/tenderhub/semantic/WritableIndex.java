package io.tenderhub.semantic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index as whoever keeps it up to date sees it: one process at a time, see {@link #keep}. What is put in or taken out is found, or
 * not, from then on; it outlives the process when it was committed. An index that can't be read, or was made by another model, begins
 * anew, empty. All methods but {@link #keep} throw {@link io.tenderhub.failure.UnavailableException} if the index can't be reached.
 */
public interface WritableIndex extends SemanticIndex {

    /**
     * Whether this process keeps the index; it begins to, if no other one does. Where another one does, this one finds what that one
     * committed, and what would change the index throws {@link io.tenderhub.failure.ConflictException}.
     */
    boolean keep();

    /** Each in place of what the index holds of this tender. */
    void put(List<IndexedTender> tenders);

    /** Unknown ocids are no matter. */
    void remove(Collection<String> ocids);

    /**
     * What it holds, ordered by {@link io.tenderhub.tender.OcidOrder}.
     *
     * @param after behind this ocid, which need not be known; from the beginning if empty
     * @param limit at most so many, 1 or more; fewer come only at the end
     */
    List<IndexedVersion> versions(Optional<String> after, int limit);

    /** What it holds of these, in no order; those it does not hold are left out. */
    List<IndexedVersion> versionsOf(Collection<String> ocids);

    /** The passages of these as they were put in, by ocid; those it does not hold are left out. */
    Map<String, List<Embedding>> passagesOf(Collection<String> ocids);

    /** Makes what was done so far last, and with it how far the index has come. */
    void commit(IndexProgress progress);

    /** Begins anew, without progress; lasts at once. */
    void clear();
}
