package io.tenderhub.requirement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds years of experience, contract terms and B-BBEE levels. */
final class NumberSearch {
    /** A number and the signs between it and its unit are at most so long. */
    private static final int LONGEST_NUMBER = 29;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String N = "(?<n>" + Numbers.NUMBER + ")";
    private static final String YEARS_OF_EXPERIENCE =
            "years?['’]?s?['’]?\\s(?:of\\s)?(?:[\\w-]{1,20}\\s){0,3}experience";
    private static final Pattern OF_EXPERIENCE = Pattern.compile(YEARS_OF_EXPERIENCE, FLAGS);
    private static final Pattern EXPERIENCE = Pattern.compile(
            N + "\\s?\\+?\\s?" + YEARS_OF_EXPERIENCE
                    + "|experience\\s(?:of\\s)?(?:[\\w-]{1,20}\\s){0,3}(?:at\\sleast|minimum(?:\\sof)?|of)\\s(?<m>"
                    + Numbers.NUMBER
                    + ")\\s?\\+?\\s?years?",
            FLAGS);
    private static final Pattern TERM = Pattern.compile(
            "(?:periods?|duration|term|contract)\\s(?:of\\s)?(?:not\\sexceeding\\s|up\\sto\\s|at\\sleast\\s|approximately\\s|a\\s)?"
                    + N
                    + "[\\s-]?(?<unit>months?|years?)\\b"
                    + "|\\b(?<m>\\d{1,3})[\\s-](?<unit2>months?|years?)(?:['’]s?)?\\s(?:periods?|contract|term\\b|framework|duration)",
            FLAGS);
    private static final List<String> NOT_A_TERM =
            List.of("validity", "valid", "warranty", "guarantee", "defects", "liability", "retention", "experience");
    private static final Pattern LEVEL = Pattern.compile(
            "\\bB-?\\s?BBEE\\s(?:status\\s|contributor\\s|minimum\\s|of\\s|a\\s|contribution\\s){0,4}level\\s(?:of\\s)?(?:contribution\\s|contributor\\s)?"
                    + "(?<n>[1-8])(?!\\d)(?:\\s?(?:or|to|and|-|–|/|,|&)\\s?(?:level\\s)?(?<m>[1-8])(?!\\d))?",
            FLAGS);

    private Optional<Finding<Integer>> experienceYears = Optional.empty();
    private Optional<Finding<Integer>> termMonths = Optional.empty();
    private Optional<Finding<Integer>> bbbeeLevel = Optional.empty();
    private int experienceReadTo;
    private int termReadTo;

    void begin() {
        experienceReadTo = 0;
        termReadTo = 0;
    }

    Optional<Finding<Integer>> experienceYears() {
        return experienceYears;
    }

    /** How long the contract runs; validity, guarantees and defects periods are not its term. */
    Optional<Finding<Integer>> termMonths() {
        return termMonths;
    }

    /** Of several levels the weakest is what is asked for at least. */
    Optional<Finding<Integer>> bbbeeLevel() {
        return bbbeeLevel;
    }

    void level(Passage passage, int start) {
        if (bbbeeLevel.isPresent()) {
            return;
        }
        Matcher matcher = Place.at(LEVEL, passage.text(), start);
        if (matcher.lookingAt()) {
            int level = Integer.parseInt(matcher.group("n"));
            int other = matcher.group("m") == null ? level : Integer.parseInt(matcher.group("m"));
            bbbeeLevel = Optional.of(
                    new Finding<>(Math.max(level, other), passage.evidence(matcher.start(), matcher.end())));
        }
    }

    void period(Passage passage, int start) {
        if (termMonths.isPresent() || start < termReadTo) {
            return;
        }
        String text = passage.text();
        Matcher matcher = Place.at(TERM, text, start);
        if (!matcher.lookingAt()) {
            return;
        }
        boolean first = matcher.group("n") != null;
        int number = Numbers.valueOf(first ? matcher.group("n") : matcher.group("m"));
        int unit = first ? matcher.start("unit") : matcher.start("unit2");
        int months = Signs.is(text, unit, 'y') ? number * 12 : number;
        termReadTo = matcher.end();
        if (months >= 1 && months <= 1200 && !isAnotherPeriod(text, start, termReadTo)) {
            termMonths = Optional.of(new Finding<>(months, passage.evidence(start, termReadTo)));
        }
    }

    private static boolean isAnotherPeriod(String text, int start, int end) {
        for (int i = Math.max(0, start - 30); i < start; i++) {
            for (String words : NOT_A_TERM) {
                if (Signs.startsWith(text, i, words)
                        && i + words.length() <= start
                        && (!words.equals("valid") || i + 5 == start || !Signs.wordAt(text, i + 5))) {
                    return true;
                }
            }
        }
        return Words.contains(text.substring(end, Math.min(text.length(), end + 25)), "experience");
    }

    /** {@code 24-month contract}: looks at the number before a month or year. */
    void unit(Passage passage, int at) {
        String text = passage.text();
        if (!Signs.isDigit(text, at - 2) || !Signs.isBlank(text, at - 1) && !Signs.is(text, at - 1, '-')) {
            return;
        }
        int start = at - 2;
        while (start > at - 4 && Signs.isDigit(text, start - 1)) {
            start--;
        }
        if (!Signs.wordBefore(text, start)) {
            period(passage, start);
        }
    }

    /** Looks at a year that may be one of experience, and at the numbers that may be before it. */
    void year(Passage passage, int at) {
        if (experienceYears.isPresent()
                || !Place.at(OF_EXPERIENCE, passage.text(), at).lookingAt()) {
            return;
        }
        for (int start = Math.max(experienceReadTo, at - LONGEST_NUMBER);
                start < at && experienceYears.isEmpty();
                start++) {
            if (experience(passage, start)) {
                start = experienceReadTo - 1;
            }
        }
    }

    /** Looks at a place where a number of years or the word "experience" may stand; whether it does. */
    boolean experience(Passage passage, int start) {
        if (experienceYears.isPresent() || start < experienceReadTo) {
            return false;
        }
        Matcher matcher = Place.at(EXPERIENCE, passage.text(), start);
        if (!matcher.lookingAt()) {
            return false;
        }
        int years = Numbers.valueOf(matcher.group("n") != null ? matcher.group("n") : matcher.group("m"));
        experienceReadTo = matcher.end();
        if (years >= 1 && years <= 50) {
            experienceYears = Optional.of(new Finding<>(years, passage.evidence(start, experienceReadTo)));
        }
        return true;
    }
}
