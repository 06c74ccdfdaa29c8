package io.tenderhub.memory;

import io.tenderhub.search.Trigrams;
import io.tenderhub.search.Trigrams.Alike;
import io.tenderhub.search.Vocabulary;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks at every word. */
final class MemoryVocabulary implements Vocabulary {
    private final MemoryTruth truth;
    private final TreeSet<String> words = new TreeSet<>();

    MemoryVocabulary(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public synchronized void learn(Collection<String> learnt) {
        words.addAll(learnt);
    }

    @Override
    public List<String> similar(String word, int limit) {
        Map<String, Long> tenders = new HashMap<>();
        List<Alike> alike = Trigrams.alike(word, known());
        alike.forEach(candidate -> tenders.put(candidate.word(), tendersWith(candidate.word())));
        return alike.stream()
                .filter(candidate -> tenders.getOrDefault(candidate.word(), 0L) > 0)
                .sorted(Comparator.comparingDouble(Alike::similarity)
                        .thenComparing(candidate -> tenders.getOrDefault(candidate.word(), 0L))
                        .reversed())
                .map(Alike::word)
                .limit(limit)
                .toList();
    }

    private synchronized List<String> known() {
        return List.copyOf(words);
    }

    private long tendersWith(String word) {
        TextSearch search = new TextSearch(word);
        return truth.tenders().stream()
                .filter(row -> search.relevance(row.stored().tender()) > 0)
                .count();
    }
}
