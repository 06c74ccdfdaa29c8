package io.tenderhub.benchmarks;

import java.util.random.RandomGenerator;

/** Names of places and people that nobody has: some are met often, most nearly never, as it is with real ones. */
final class InventedNames {
    private static final String[] BEGINNINGS = {
        "b", "d", "dl", "g", "h", "j", "k", "kw", "l", "m", "mb", "n", "nd", "ng", "nk", "ph", "s", "sh", "th", "z"
    };
    private static final String VOWELS = "aeiou";
    private static final long SYLLABLES = (long) BEGINNINGS.length * VOWELS.length();
    private static final long SHORT_NAMES = SYLLABLES * SYLLABLES * SYLLABLES;
    /** Has no divisor in common with the number of names, so that each number gets another one, unlike its neighbours. */
    private static final long STRIDE = 387_420_489;

    private static final double OFTEN = 200;
    private static final double MOST = 8e7;

    private InventedNames() {}

    /** Half of the draws fall on some hundred names, one in a hundred behind the millionth. */
    static String draw(RandomGenerator random) {
        double rare = 1 - random.nextDouble();
        return name((long) Math.min(MOST, OFTEN * (1 / (rare * rare) - 1)));
    }

    /** Another one for each number. */
    static String name(long number) {
        boolean isShort = number < SHORT_NAMES;
        StringBuilder name = new StringBuilder();
        long rest = number * STRIDE % (isShort ? SHORT_NAMES : SHORT_NAMES * SYLLABLES);
        for (int i = 0; i < (isShort ? 3 : 4); i++) {
            int syllable = (int) (rest % SYLLABLES);
            name.append(BEGINNINGS[syllable / VOWELS.length()]).append(VOWELS.charAt(syllable % VOWELS.length()));
            rest /= SYLLABLES;
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
