package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.PreferenceSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the preference point system and the goals that points are given for. */
final class PreferenceFinder {
    private static final Pattern SYSTEM = Pattern.compile(
            "(?<!\\d)(?<!\\d[/:.-])(?:(?<eighty>80\\s?[/:]\\s?20)|90\\s?[/:]\\s?10)(?!\\d|\\s?[/:.-]\\s?\\d)");
    private static final Pattern GOALS = Pattern.compile(
            "specific goals?\\b|\\bRDP goals?\\b|(?:women|youth|black|disabilit(?:y|ies)|veterans?)[\\w -]{0,30}\\(?\\d{1,2} points\\)?",
            Pattern.CASE_INSENSITIVE);

    Optional<Finding<PreferenceSystem>> system(List<Passage> passages) {
        Optional<Evidence> eighty = Optional.empty();
        Optional<Evidence> ninety = Optional.empty();
        for (Passage passage : passages) {
            Matcher matcher = SYSTEM.matcher(passage.text());
            while (matcher.find()) {
                Evidence evidence = passage.evidence(matcher.start(), matcher.end());
                if (matcher.group("eighty") != null) {
                    eighty = eighty.or(() -> Optional.of(evidence));
                } else {
                    ninety = ninety.or(() -> Optional.of(evidence));
                }
            }
        }
        if (eighty.isPresent() && ninety.isPresent()) {
            return eighty.map(evidence -> new Finding<>(PreferenceSystem.BOTH, evidence));
        }
        return eighty.isPresent()
                ? eighty.map(evidence -> new Finding<>(PreferenceSystem.EIGHTY_TWENTY, evidence))
                : ninety.map(evidence -> new Finding<>(PreferenceSystem.NINETY_TEN, evidence));
    }

    List<Finding<String>> goals(List<Passage> passages) {
        List<Finding<String>> goals = new ArrayList<>();
        for (Passage passage : passages) {
            Matcher matcher = GOALS.matcher(passage.text());
            while (matcher.find()) {
                goals.add(new Finding<>(matcher.group(), passage.evidence(matcher.start(), matcher.end())));
            }
        }
        return goals;
    }
}
