package io.tenderhub.trials;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What callers show of themselves.
 *
 * @param byScheme the tokens that count for each security scheme of the description
 */
record Tokens(Map<String, List<String>> byScheme) {
    /** What whoever runs the hub of a trial shows. */
    static final String OPERATOR = "the-operator-of-the-trials-0123456789";

    Tokens {
        byScheme = Map.copyOf(byScheme);
    }

    /** Of the owner and the key that there are before a trial begins, and of the operator. */
    static Tokens of(Seeding seeding) {
        return new Tokens(Map.of(
                "session", List.of(seeding.session()),
                "apiKey", List.of(seeding.key()),
                "operator", List.of(OPERATOR)));
    }

    /** One that does for an operation; empty if it takes none or there is none. */
    Optional<String> one(Operation operation, Random random) {
        List<String> good = operation.schemes().stream()
                .flatMap(scheme -> byScheme.getOrDefault(scheme, List.of()).stream())
                .toList();
        return pick(good, random);
    }

    /** One that counts, but for something else. */
    Optional<String> other(Operation operation, Random random) {
        List<String> others = byScheme.entrySet().stream()
                .filter(scheme -> !operation.schemes().contains(scheme.getKey()))
                .flatMap(scheme -> scheme.getValue().stream())
                .toList();
        return pick(others, random);
    }

    private static Optional<String> pick(List<String> from, Random random) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    @Override
    public String toString() {
        return "tokens for " + byScheme.keySet();
    }
}
