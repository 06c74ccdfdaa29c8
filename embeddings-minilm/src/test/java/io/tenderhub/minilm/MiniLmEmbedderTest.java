package io.tenderhub.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.contract.Simultaneously;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.semantic.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmEmbedderTest {
    private static final List<String> TEXTS = List.of(
            "Construction of ablution facilities at Mahlangu primary school",
            "Supply and delivery of office stationery",
            "",
            "Repair of potholes " + "on the road ".repeat(500));

    @TempDir
    static Path folder;

    private MiniLmEmbedder embedder;

    @BeforeAll
    void build() {
        embedder = MiniLmEmbedder.builder().folder(folder).threads(2).build();
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void textsOfLikeMeaningAreMoreSimilarThanOthers() {
        Embedding question = embedder.embed(List.of("school toilets")).get(0);
        List<Embedding> texts = embedder.embed(TEXTS);

        assertThat(question.similarity(texts.get(0))).isGreaterThan(question.similarity(texts.get(1)) + 0.05);
    }

    @Test
    void eachTextHasOneOfTheModelsDimensions() {
        assertThat(embedder.embed(TEXTS))
                .hasSize(TEXTS.size())
                .allSatisfy(embedding -> assertThat(embedding.dimensions())
                        .isEqualTo(embedder.model().dimensions()));
        assertThat(embedder.embed(List.of())).isEmpty();
    }

    @Test
    void whatStandsBesideATextChangesNothing() {
        List<Embedding> together = embedder.embed(TEXTS);

        assertThat(TEXTS.stream().map(text -> embedder.embed(List.of(text)).get(0)))
                .containsExactlyElementsOf(together);
    }

    @Test
    void anyNumberOfThreadsGetTheSame() throws Exception {
        List<Embedding> expected = embedder.embed(TEXTS);

        List<Boolean> same = Simultaneously.run(
                8,
                i -> () -> i % 2 == 0
                        ? embedder.embed(TEXTS).equals(expected)
                        : embedder.embed(List.of(TEXTS.get(0))).get(0).equals(expected.get(0)));

        assertThat(same).doesNotContain(false);
    }

    @Test
    void theLibrariesAreUnpackedOnceBelowTheFolder() throws IOException {
        embedder.embed(List.of("a"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        }
    }

    @Test
    void afterItWasClosedItIsUnavailable() throws Exception {
        MiniLmEmbedder other = MiniLmEmbedder.builder().threads(1).build();
        List<Embedding> expected = other.embed(TEXTS);
        List<List<Embedding>> got = Simultaneously.run(4, i -> () -> {
            if (i == 0) {
                other.close();
            }
            try {
                return other.embed(TEXTS);
            } catch (UnavailableException e) {
                return Collections.emptyList();
            }
        });

        assertThat(got).allSatisfy(embeddings -> assertThat(embeddings).isIn(expected, List.of()));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> other.embed(TEXTS));
        IntStream.range(0, 2).forEach(i -> other.close());
    }
}
