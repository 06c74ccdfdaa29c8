package io.tenderhub.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Texts of one kind cut into phrases, of which new ones are put together. */
final class Phrases {
    private static final Pattern CUT =
            Pattern.compile("(?<=[.;:,])\\s+|\\s+(?=(?i:for|at|in|to|on|of|and|with|within|from|by)\\s)");
    private static final double KEPT = 0.35;
    private final List<String> first = new ArrayList<>();
    private final List<String> further = new ArrayList<>();

    Phrases(Collection<String> texts) {
        for (String text : texts) {
            String[] phrases = CUT.split(text);
            first.add(phrases[0]);
            further.addAll(List.of(phrases).subList(1, phrases.length));
        }
    }

    /** As many phrases as the text has, some of them its own. */
    String like(String text, RandomGenerator random) {
        StringJoiner made = new StringJoiner(" ");
        String[] own = CUT.split(text);
        for (int i = 0; i < own.length; i++) {
            List<String> others = i == 0 || further.isEmpty() ? first : further;
            made.add(random.nextDouble() < KEPT ? own[i] : others.get(random.nextInt(others.size())));
        }
        return made.toString();
    }
}
