package io.tenderhub.requirement.plain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}+");

    /** A number of at most three digits, with or without its words. */
    static final String NUMBER =
            "(?:(?:[a-z]{3,9}+(?:[ -][a-z]{3,5}+)?\\s?)?\\(\\s?\\d{1,3}+\\s?\\)|(?<![\\d.,/])\\d{1,3}+(?:\\s?\\([a-z -]{3,20}\\))?"
                    + "|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|(?:twenty|thirty|forty|sixty)(?:[ -](?:one|two|three|four|five|six|eight))?))";

    private Numbers() {}

    /** The value, or 0 where the words say none. */
    static int valueOf(String words) {
        Matcher digits = DIGITS.matcher(words);
        if (digits.find()) {
            return Integer.parseInt(digits.group());
        }
        int sum = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[ -]")) {
            sum += Math.max(0, SMALL.indexOf(word)) + 10 * Math.max(0, TENS.indexOf(word));
        }
        return sum;
    }
}
