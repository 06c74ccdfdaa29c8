package io.tenderhub.requirement;

import java.util.List;
import java.util.Locale;

/** Numbers as tenders write them: {@code 36}, {@code (04)}, {@code thirty-six (36)}, {@code three}. */
final class Numbers {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private Numbers() {}

    /** The value, or 0 where the words say none. */
    static int valueOf(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Signs.isDigit(words, i)) {
                int end = i;
                while (end < i + 3 && Signs.isDigit(words, end)) {
                    end++;
                }
                return Integer.parseInt(words, i, end, 10);
            }
        }
        int sum = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[ -]")) {
            sum += Math.max(0, SMALL.indexOf(word)) + 10 * Math.max(0, TENS.indexOf(word));
        }
        return sum;
    }
}
