package io.tenderhub.lucene;

import io.tenderhub.contract.SemanticIndexContract;
import io.tenderhub.semantic.EmbeddingModel;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.WritableIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneSemanticIndexTest extends SemanticIndexContract {
    static final IndexKind KIND = new IndexKind(new EmbeddingModel("test", "1", DIMENSIONS), 1);

    @TempDir
    Path folder;

    private LuceneAdapter adapter;

    @BeforeEach
    void open() {
        adapter = LuceneAdapter.of(folder, KIND);
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Override
    protected WritableIndex index() {
        return adapter.semanticIndex();
    }
}
