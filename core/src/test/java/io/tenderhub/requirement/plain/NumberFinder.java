package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds years of experience, contract terms and B-BBEE levels. */
final class NumberFinder {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String N = "(?<n>" + Numbers.NUMBER + ")";
    private static final Pattern EXPERIENCE = Pattern.compile(
            N + "\\s?\\+?\\s?years?['’]?s?['’]?\\s(?:of\\s)?(?:[\\w-]{1,20}\\s){0,3}experience"
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
    private static final Pattern NOT_A_TERM =
            Pattern.compile("validity|valid\\b|warranty|guarantee|defects|liability|retention|experience", FLAGS);
    private static final Pattern LEVEL = Pattern.compile(
            "\\bB-?\\s?BBEE\\s(?:status\\s|contributor\\s|minimum\\s|of\\s|a\\s|contribution\\s){0,4}level\\s(?:of\\s)?(?:contribution\\s|contributor\\s)?"
                    + "(?<n>[1-8])(?!\\d)(?:\\s?(?:or|to|and|-|–|/|,|&)\\s?(?:level\\s)?(?<m>[1-8])(?!\\d))?",
            FLAGS);

    Optional<Finding<Integer>> experienceYears(List<Passage> passages) {
        for (Passage passage : passages) {
            if (!Words.contains(passage.text(), "experience")) {
                continue;
            }
            Matcher matcher = EXPERIENCE.matcher(passage.text());
            while (matcher.find()) {
                int years = Numbers.valueOf(matcher.group("n") != null ? matcher.group("n") : matcher.group("m"));
                if (years >= 1 && years <= 50) {
                    return Optional.of(new Finding<>(years, passage.evidence(matcher.start(), matcher.end())));
                }
            }
        }
        return Optional.empty();
    }

    /** How long the contract runs; validity, guarantees and defects periods are not its term. */
    Optional<Finding<Integer>> termMonths(List<Passage> passages) {
        for (Passage passage : passages) {
            String text = passage.text();
            if (!Words.contains(text, "month") && !Words.contains(text, "year")) {
                continue;
            }
            Matcher matcher = TERM.matcher(text);
            while (matcher.find()) {
                boolean first = matcher.group("n") != null;
                int number = Numbers.valueOf(first ? matcher.group("n") : matcher.group("m"));
                String unit = first ? matcher.group("unit") : matcher.group("unit2");
                int months = Words.contains(unit, "year") ? number * 12 : number;
                String before = text.substring(Math.max(0, matcher.start() - 30), matcher.start());
                String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 25));
                boolean other = NOT_A_TERM.matcher(before).find() || Words.contains(after, "experience");
                if (months >= 1 && months <= 1200 && !other) {
                    return Optional.of(new Finding<>(months, passage.evidence(matcher.start(), matcher.end())));
                }
            }
        }
        return Optional.empty();
    }

    /** Of several levels the weakest is what is asked for at least. */
    Optional<Finding<Integer>> bbbeeLevel(List<Passage> passages) {
        for (Passage passage : passages) {
            if (!Words.contains(passage.text(), "bbee")) {
                continue;
            }
            Matcher matcher = LEVEL.matcher(passage.text());
            if (matcher.find()) {
                int level = Integer.parseInt(matcher.group("n"));
                int other = matcher.group("m") == null ? level : Integer.parseInt(matcher.group("m"));
                return Optional.of(
                        new Finding<>(Math.max(level, other), passage.evidence(matcher.start(), matcher.end())));
            }
        }
        return Optional.empty();
    }
}
