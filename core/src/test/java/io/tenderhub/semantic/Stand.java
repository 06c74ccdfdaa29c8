package io.tenderhub.semantic;

import io.tenderhub.account.TestClock;
import io.tenderhub.duplicate.Duplicates;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderToStore;
import io.tenderhub.tender.TenderTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A hub in memory with an index that follows it, and a model that knows a few words for the same things. */
final class Stand {
    static final Instant PUBLISHED = Instant.parse("2026-10-01T08:00:00Z");

    final TestClock clock = new TestClock();
    final InMemoryHub hub = new InMemoryHub(clock);
    final WordsEmbedder embedder = new WordsEmbedder();
    final WritableIndex index = hub.semanticIndex();
    final SearchByMeaning meaning = meaning(hub.tenderCatalog());
    final TenderSearch search = new TenderSearch(
            hub.tenderCatalog(),
            hub.facetCatalog(),
            hub.vocabulary(),
            Optional.of(meaning),
            new Duplicates(hub.tenderCatalog(), hub.fingerprints()),
            hub.cache());

    SearchByMeaning meaning(TenderCatalog words) {
        return new SearchByMeaning(words, hub.tenderCatalog(), index, embedder, new RequirementFinder(), hub.cache());
    }

    IndexFollower follower() {
        return new IndexFollower(hub.tenderCatalog(), index, embedder, new RequirementFinder(), clock);
    }

    Followed follow() {
        return follower().catchUp(() -> false, soFar -> {});
    }

    void store(Tender... tenders) {
        hub.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(Stream.of(tenders)
                                .map(tender -> new TenderToStore(tender, Set.of()))
                                .toList()));
    }

    static TenderBuilder tender(String ocid, String title) {
        return Tender.builder(ocid, PUBLISHED).title(title);
    }

    /** One that the truth knows nothing of. */
    IndexedTender ghost(String ocid, String text) {
        return new IndexedTender(
                ocid,
                1,
                "d",
                embedder.embed(List.of(text)),
                TenderTraits.of(tender(ocid, text).build(), Set.of()));
    }

    /** A text goes where its words go, and words of like meaning go the same way. */
    static final class WordsEmbedder implements Embedder {
        private static final int DIMENSIONS = 64;
        private static final Map<String, Integer> KNOWN = Map.of(
                "school",
                1,
                "schools",
                1,
                "college",
                1,
                "toilets",
                2,
                "ablution",
                2,
                "sanitation",
                2,
                "road",
                3,
                "paving",
                3,
                "asphalt",
                3);

        final List<String> embedded = new ArrayList<>();

        @Override
        public EmbeddingModel model() {
            return new EmbeddingModel("words", "1", DIMENSIONS);
        }

        @Override
        public List<Embedding> embed(List<String> texts) {
            embedded.addAll(texts);
            return texts.stream().map(WordsEmbedder::embed).toList();
        }

        private static Embedding embed(String text) {
            float[] values = new float[DIMENSIONS];
            values[0] = 0.1f;
            Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
                    .forEach(word ->
                            values[KNOWN.getOrDefault(word, 4 + Math.floorMod(word.hashCode(), DIMENSIONS - 4))]++);
            return Embedding.of(values);
        }
    }
}
