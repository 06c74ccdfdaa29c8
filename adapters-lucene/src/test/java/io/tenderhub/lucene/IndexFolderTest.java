package io.tenderhub.lucene;

import static io.tenderhub.lucene.LuceneSemanticIndexTest.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.EmbeddingModel;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.IndexProgress;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files: kept, damaged, foreign, shared, left by a process that was killed. */
class IndexFolderTest {
    private static final Embedding UP = Embedding.of(1, 0, 0, 0, 0, 0, 0, 0);
    private static final IndexProgress REACHED =
            new IndexProgress(Optional.of(Instant.parse("2026-10-01T08:00:00Z")), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedIsThereAtTheNextStart() {
        try (LuceneAdapter adapter = LuceneAdapter.of(folder, KIND)) {
            adapter.semanticIndex().put(List.of(tender("a")));
            adapter.semanticIndex().commit(REACHED);
        }
        try (LuceneAdapter adapter = LuceneAdapter.of(folder, KIND)) {
            assertThat(found(adapter.semanticIndex())).containsExactly("a");
            assertThat(adapter.semanticIndex().progress()).isEqualTo(REACHED);
        }
    }

    /** The files of a process that was killed are those that its last commit made, beside some it had begun. */
    @Test
    void whatAKilledProcessDidNotCommitIsMissingAndNothingElse() throws IOException {
        Path left = folder.resolve("left");
        try (LuceneAdapter adapter = LuceneAdapter.of(folder.resolve("live"), KIND)) {
            WritableIndex index = adapter.semanticIndex();
            index.put(List.of(tender("a")));
            index.commit(REACHED);
            index.put(List.of(tender("b")));
            index.remove(List.of("a"));
            copy(folder.resolve("live"), left);
        }
        try (LuceneAdapter adapter = LuceneAdapter.of(left, KIND)) {
            assertThat(found(adapter.semanticIndex())).containsExactly("a");
            assertThat(adapter.semanticIndex().progress()).isEqualTo(REACHED);
        }
    }

    @Test
    void anIndexThatAnotherModelMadeBeginsAnew() {
        try (LuceneAdapter adapter = LuceneAdapter.of(folder, KIND)) {
            adapter.semanticIndex().put(List.of(tender("a")));
            adapter.semanticIndex().commit(REACHED);
        }
        IndexKind other = new IndexKind(new EmbeddingModel("test", "2", 3), 1);
        try (LuceneAdapter adapter = LuceneAdapter.of(folder, other)) {
            WritableIndex index = adapter.semanticIndex();
            assertThat(index.size()).isZero();
            assertThat(index.progress()).isEqualTo(IndexProgress.NONE);
            index.put(List.of(tender("b", Embedding.of(0, 1, 0))));
            assertThat(index.nearest(Embedding.of(0, 1, 0), TenderFilter.ALL, 5))
                    .extracting(SimilarTender::ocid)
                    .containsExactly("b");
        }
    }

    @Test
    void damageInAnyFileMakesTheIndexBeginAnew() throws IOException {
        Path good = folder.resolve("good");
        try (LuceneAdapter adapter = LuceneAdapter.of(good, KIND)) {
            adapter.semanticIndex().put(List.of(tender("a"), tender("b")));
            adapter.semanticIndex().commit(REACHED);
        }
        for (Path file : files(good)) {
            for (boolean cutOff : new boolean[] {true, false}) {
                Path damaged = folder.resolve("damaged-" + file.getFileName() + cutOff);
                copy(good, damaged);
                damage(damaged.resolve(file.getFileName()), cutOff);
                try (LuceneAdapter adapter = LuceneAdapter.of(damaged, KIND)) {
                    WritableIndex index = adapter.semanticIndex();
                    assertThat(index.size()).as("%s", damaged).isIn(0L, 2L);
                    assertThat(index.progress().isComplete()).isEqualTo(index.size() == 2);
                    index.put(List.of(tender("c")));
                    assertThat(found(index)).contains("c");
                }
            }
        }
    }

    @Test
    void aFileThatIsMissingMakesTheIndexBeginAnew() throws IOException {
        try (LuceneAdapter adapter = LuceneAdapter.of(folder, KIND)) {
            adapter.semanticIndex().put(List.of(tender("a")));
            adapter.semanticIndex().commit(REACHED);
        }
        for (Path file : files(folder)) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        try (LuceneAdapter adapter = LuceneAdapter.of(folder, KIND)) {
            assertThat(adapter.semanticIndex().size()).isZero();
            assertThat(adapter.semanticIndex().progress()).isEqualTo(IndexProgress.NONE);
        }
    }

    @Test
    void whereAnotherOneKeepsTheIndexWhatItCommittedIsFoundAndNothingCanBePutIn() {
        try (LuceneAdapter keeper = LuceneAdapter.of(folder, KIND);
                LuceneAdapter other = LuceneAdapter.of(folder, KIND)) {
            keeper.semanticIndex().put(List.of(tender("a")));
            keeper.semanticIndex().commit(REACHED);
            WritableIndex reading = other.semanticIndex();

            assertThat(reading.keep()).isFalse();
            assertThat(found(reading)).containsExactly("a");
            assertThat(reading.progress()).isEqualTo(REACHED);
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> reading.put(List.of(tender("b"))));

            keeper.semanticIndex().put(List.of(tender("c")));
            assertThat(found(reading)).containsExactly("a");
            keeper.semanticIndex().commit(REACHED);
            assertThat(found(reading)).containsExactly("a", "c");
        }
    }

    @Test
    void whoReadsTakesOverWhenTheOneWhoKeptTheIndexIsGone() {
        try (LuceneAdapter other = LuceneAdapter.of(folder, KIND)) {
            try (LuceneAdapter keeper = LuceneAdapter.of(folder, KIND)) {
                keeper.semanticIndex().put(List.of(tender("a")));
                keeper.semanticIndex().commit(REACHED);
                assertThat(other.semanticIndex().keep()).isFalse();
            }

            assertThat(other.semanticIndex().keep()).isTrue();
            other.semanticIndex().put(List.of(tender("b")));
            assertThat(found(other.semanticIndex())).containsExactly("a", "b");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAsUnavailable() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        try (LuceneAdapter adapter = LuceneAdapter.of(file.resolve("below"), KIND)) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.semanticIndex().keep());
        }
    }

    private static List<String> found(WritableIndex index) {
        return index.nearest(UP, TenderFilter.ALL, 10).stream()
                .map(SimilarTender::ocid)
                .toList();
    }

    private static IndexedTender tender(String ocid) {
        return tender(ocid, UP);
    }

    private static IndexedTender tender(String ocid, Embedding passage) {
        TenderTraits traits = new TenderTraits(
                Optional.of("Gauteng"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of());
        return new IndexedTender(ocid, 1, "d", List.of(passage), traits);
    }

    private static void damage(Path file, boolean cutOff) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (cutOff) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        } else if (bytes.length > 0) {
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
