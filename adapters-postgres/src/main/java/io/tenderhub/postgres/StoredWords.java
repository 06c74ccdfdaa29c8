package io.tenderhub.postgres;

import io.tenderhub.search.Trigrams;
import io.tenderhub.search.Trigrams.Alike;
import io.tenderhub.search.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Words with their trigrams. Those that share some trigrams in a row with the one that was asked for come from the index, how alike
 * they are is reckoned here, and the tenders are looked up for the few that are most alike.
 */
final class StoredWords implements Vocabulary {
    /** Words that were typed wrong differ little in length from those that were meant. */
    private static final int LONGER = 4;

    /** Of so many the tenders are looked up, at least. */
    private static final int CANDIDATES = 20;

    /** From so many on, a word counts as frequent. */
    private static final int FREQUENT = 1_000;

    private static final String SEPARATOR = "\n";

    private final Database database;
    private final String words;
    private final String tenders;

    StoredWords(Database database) {
        this.database = database.reading();
        this.words = database.names().words();
        this.tenders = database.names().tenders();
    }

    @Override
    public void learn(Collection<String> learnt) {
        // In the order of the words, so that two who learn never wait for each other crosswise.
        List<String> wanted = List.copyOf(new TreeSet<>(TextArray.possible(learnt)));
        if (wanted.isEmpty()) {
            return;
        }
        database.run("words", handle -> {
            List<String> fresh = handle.createQuery(
                            "SELECT given.word FROM unnest(:words) AS given(word) WHERE NOT EXISTS" + " (SELECT FROM "
                                    + words + " AS known WHERE known.word = given.word COLLATE \"C\")")
                    .bind("words", TextArray.of(wanted))
                    .mapTo(String.class)
                    .list();
            return fresh.isEmpty() ? 0 : add(handle, List.copyOf(new TreeSet<>(fresh)));
        });
    }

    private int add(Handle handle, List<String> fresh) {
        return handle.createUpdate(
                        "INSERT INTO " + words + " (word, trigrams) SELECT word, string_to_array(trigrams, E'\\n')"
                                + " FROM unnest(:words, :trigrams) WITH ORDINALITY AS given(word, trigrams, position)"
                                + " ORDER BY position ON CONFLICT (word) DO NOTHING")
                .bind("words", TextArray.of(fresh))
                .bind(
                        "trigrams",
                        TextArray.of(
                                fresh,
                                word -> String.join(SEPARATOR, Trigrams.of(word).distinct())))
                .execute();
    }

    @Override
    public List<String> similar(String word, int limit) {
        if (TextArray.isImpossible(word) || word.isBlank()) {
            return List.of();
        }
        return database.run("words", handle -> {
            List<Alike> alike = Trigrams.alike(word, sharingRuns(handle, word));
            List<Alike> best = alike.subList(0, Math.min(alike.size(), Math.max(CANDIDATES, 2 * limit)));
            Map<String, Long> found = best.isEmpty() ? Map.of() : tendersWith(handle, best);
            return best.stream()
                    .filter(candidate -> found.getOrDefault(candidate.word(), 0L) > 0)
                    .sorted(Comparator.comparingDouble(Alike::similarity)
                            .thenComparing(candidate -> found.getOrDefault(candidate.word(), 0L))
                            .reversed())
                    .map(Alike::word)
                    .limit(limit)
                    .toList();
        });
    }

    private List<String> sharingRuns(Handle handle, String word) {
        List<List<String>> runs = Trigrams.of(word).runs();
        Query query = handle.createQuery("SELECT word FROM " + words + " WHERE ("
                        + IntStream.range(0, runs.size())
                                .mapToObj(i -> "trigrams @> :run" + i)
                                .collect(Collectors.joining(" OR "))
                        + ") AND length(word) BETWEEN :shortest AND :longest")
                .bind("shortest", word.length() - LONGER)
                .bind("longest", word.length() + LONGER);
        for (int i = 0; i < runs.size(); i++) {
            query.bind("run" + i, TextArray.of(runs.get(i)));
        }
        return query.mapTo(String.class).list();
    }

    /** How many, up to what counts as frequent. The inner query is planned for all of them, which never goes through the table. */
    private Map<String, Long> tendersWith(Handle handle, List<Alike> candidates) {
        List<String> asked = new ArrayList<>();
        candidates.forEach(candidate -> asked.add(candidate.word()));
        return handle.createQuery("SELECT asked.word, (WITH found AS MATERIALIZED (SELECT FROM " + tenders
                        + " WHERE search @@ plainto_tsquery('english', asked.word))"
                        + " SELECT count(*) FROM (SELECT FROM found LIMIT " + FREQUENT + ") AS counted) AS tenders"
                        + " FROM unnest(:words) AS asked(word)")
                .bind("words", TextArray.of(asked))
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("word", String.class), row.getColumn("tenders", Long.class));
                    return counts;
                });
    }
}
