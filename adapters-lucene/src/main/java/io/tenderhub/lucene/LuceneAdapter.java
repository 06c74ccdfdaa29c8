package io.tenderhub.lucene;

import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.WritableIndex;
import java.nio.file.Path;

/**
 * An index of what tenders mean in a folder of this node. The folder is the adapter's own: files in it that it can't read are deleted.
 * One process writes into it at a time; others read what that one has committed.
 */
public final class LuceneAdapter implements AutoCloseable {
    private final LuceneIndex index;

    private LuceneAdapter(LuceneIndex index) {
        this.index = index;
    }

    /**
     * @param folder made when it is needed first
     * @param kind what the index is to be made by; one that was made by something else begins anew
     */
    public static LuceneAdapter of(Path folder, IndexKind kind) {
        return new LuceneAdapter(new LuceneIndex(folder, kind));
    }

    public WritableIndex semanticIndex() {
        return index;
    }

    /** Commits what was put in, and lets go of the folder. */
    @Override
    public void close() {
        index.close();
    }
}
