package io.tenderhub.trials;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a load was answered. */
final class LoadCounts {
    private static final int MOST = 1 << 20;

    private final Map<Part, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> notDescribed = new TreeMap<>();
    private final int[] millis = new int[MOST];
    private int answers;
    private long events;

    void answer(Part part, Attempt attempt, Line line, long nanos) {
        statuses.computeIfAbsent(part, key -> new TreeMap<>()).merge(line.status(), 1, Integer::sum);
        if (answers < MOST) {
            millis[answers] = (int) (nanos / 1_000_000);
        }
        answers++;
        boolean told = attempt.operation().response(line.status()).isPresent()
                && (line.status() < 400
                        || line.isProblem()
                        || attempt.operation().path().startsWith("/health"));
        if (!told) {
            notDescribed.merge(attempt.operation() + " " + line.status(), 1, Integer::sum);
        }
    }

    void events(long more) {
        events += more;
    }

    void failure(String what) {
        failures.merge(what, 1, Integer::sum);
    }

    /** Answers that the description does not tell of. */
    Map<String, Integer> notDescribed() {
        return notDescribed;
    }

    /** Connections that ended without an answer, by how. */
    Map<String, Integer> failures() {
        return failures;
    }

    int answers() {
        return answers;
    }

    int successes() {
        return statuses.values().stream()
                .flatMap(counts -> counts.entrySet().stream())
                .filter(count -> count.getKey() < 400)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int of(int status) {
        return statuses.values().stream()
                .mapToInt(counts -> counts.getOrDefault(status, 0))
                .sum();
    }

    @Override
    public String toString() {
        int[] sorted = Arrays.copyOf(millis, Math.min(answers, MOST));
        Arrays.sort(sorted);
        StringBuilder text = new StringBuilder();
        statuses.forEach((part, counts) -> text.append(String.format("%-14s %s%n", part, counts)));
        text.append(String.format(
                "%,d answers; milliseconds: median %d, 99 %% within %d, longest %d; %,d lines of news%n",
                answers, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), events));
        text.append("without an answer: ").append(failures).append('\n');
        return text.append("not described: ").append(notDescribed).append('\n').toString();
    }

    private static int at(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
