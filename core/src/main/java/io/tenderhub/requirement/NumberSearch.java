package io.tenderhub.requirement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds years of experience, contract terms and B-BBEE levels. */
final class NumberSearch {
    /** A number and the signs between it and its unit are at most so long. */
    private static final int LONGEST_NUMBER = 29;

    private static final int MOST_YEARS = 50;
    private static final int MOST_MONTHS = 1200;
    private static final List<String> BEFORE_NUMBER =
            List.of("not~exceeding", "up~to", "at~least", "approximately", "a");
    private static final Pattern LEVEL = Pattern.compile(
            "\\bB-?\\s?BBEE\\s(?:status\\s|contributor\\s|minimum\\s|of\\s|a\\s|contribution\\s){0,4}level\\s(?:of\\s)?(?:contribution\\s|contributor\\s)?"
                    + "(?<n>[1-8])(?!\\d)(?:\\s?(?:or|to|and|-|–|/|,|&)\\s?(?:level\\s)?(?<m>[1-8])(?!\\d))?",
            Pattern.CASE_INSENSITIVE);

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

    /** {@code period of 36 months}: the number behind words that stand from {@code start} to {@code end}. */
    void period(Passage passage, int start, int behind) {
        String text = passage.text();
        int number = PeriodText.behind(text, behind, "of");
        for (String words : BEFORE_NUMBER) {
            int next = PeriodText.behind(text, number, words);
            if (next > number) {
                number = next;
                break;
            }
        }
        int numberEnd = NumberText.endOfNumber(text, number);
        int end = PeriodText.endOfTermUnit(text, numberEnd);
        if (end < 0) {
            numberEnd = NumberText.endOfWords(text, number);
            end = PeriodText.endOfTermUnit(text, numberEnd);
        }
        if (end > 0) {
            int unit = PeriodText.behindSign(text, numberEnd);
            term(passage, start, end, Numbers.valueOf(text.substring(number, numberEnd)), unit);
        }
    }

    /** {@code 24-month contract}: looks at the number before a month or year. */
    void unit(Passage passage, int unit) {
        String text = passage.text();
        if (!Signs.isDigit(text, unit - 2) || !Signs.isBlank(text, unit - 1) && !Signs.is(text, unit - 1, '-')) {
            return;
        }
        int start = unit - 2;
        while (start > unit - 4 && Signs.isDigit(text, start - 1)) {
            start--;
        }
        int end =
                Signs.wordBefore(text, start) ? -1 : PeriodText.endOfPeriodWord(text, PeriodText.endOfUnit(text, unit));
        if (end > 0) {
            term(passage, start, end, Integer.parseInt(text, start, unit - 1, 10), unit);
        }
    }

    private void term(Passage passage, int start, int end, int number, int unit) {
        if (termMonths.isPresent() || start < termReadTo) {
            return;
        }
        termReadTo = end;
        int months = Signs.is(passage.text(), unit, 'y') ? number * 12 : number;
        if (months >= 1 && months <= MOST_MONTHS && !PeriodText.isOfAnother(passage.text(), start, end)) {
            termMonths = Optional.of(new Finding<>(months, passage.evidence(start, end)));
        }
    }

    /** Looks at a year that may be one of experience, and at the numbers that may be before it. */
    void year(Passage passage, int year) {
        if (experienceYears.isPresent() || PeriodText.endOfYearsOfExperience(passage.text(), year) < 0) {
            return;
        }
        for (int start = Math.max(0, year - LONGEST_NUMBER); start < year; start++) {
            experience(passage, start);
        }
    }

    /** Looks at a place where a number of years or the word "experience" may stand. */
    void experience(Passage passage, int start) {
        if (experienceYears.isPresent() || start < experienceReadTo) {
            return;
        }
        String text = passage.text();
        int number = start;
        int numberEnd = NumberText.endOfNumber(text, start);
        int end = PeriodText.endOfYearsOfExperienceBehind(text, numberEnd);
        if (end < 0) {
            numberEnd = NumberText.endOfWords(text, start);
            end = PeriodText.endOfYearsOfExperienceBehind(text, numberEnd);
        }
        if (end < 0) {
            number = PeriodText.numberOfExperience(text, start);
            numberEnd = PeriodText.endOfNumberOfYears(text, number);
            end = PeriodText.endOfYears(text, numberEnd);
        }
        if (end > 0) {
            experienceReadTo = end;
            int years = Numbers.valueOf(text.substring(number, numberEnd));
            if (years >= 1 && years <= MOST_YEARS) {
                experienceYears = Optional.of(new Finding<>(years, passage.evidence(start, end)));
            }
        }
    }
}
