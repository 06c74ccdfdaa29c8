package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the preference point system and the goals that points are given for. */
final class PreferenceSearch {
    private static final Pattern GROUP = Pattern.compile(
            "(?:women|youth|black|disabilit(?:y|ies)|veterans?)[\\w -]{0,30}\\(?\\d{1,2} points\\)?",
            Pattern.CASE_INSENSITIVE);

    private @Nullable Evidence eighty;
    private @Nullable Evidence ninety;
    private List<Finding<String>> goals = List.of();
    private int goalsReadTo;

    void begin() {
        goalsReadTo = 0;
    }

    Optional<Finding<PreferenceSystem>> system() {
        if (eighty != null) {
            return Optional.of(
                    new Finding<>(ninety == null ? PreferenceSystem.EIGHTY_TWENTY : PreferenceSystem.BOTH, eighty));
        }
        return ninety == null ? Optional.empty() : Optional.of(new Finding<>(PreferenceSystem.NINETY_TEN, ninety));
    }

    List<Finding<String>> goals() {
        return goals;
    }

    /** Looks at a place where 80 or 90 stands: {@code 80/20}, {@code 90 : 10}, no date and no part of a number. */
    void points(Passage passage, int start) {
        String text = passage.text();
        boolean isEighty = text.charAt(start) == '8';
        if ((isEighty ? eighty : ninety) != null) {
            return;
        }
        int i = start + 2;
        i += Signs.isBlank(text, i) ? 1 : 0;
        if (!Signs.isOneOf(text, i, "/:")) {
            return;
        }
        i++;
        i += Signs.isBlank(text, i) ? 1 : 0;
        if (!Signs.startsWith(text, i, isEighty ? "20" : "10") || isPartOfAnother(text, start, i + 2)) {
            return;
        }
        Evidence evidence = passage.evidence(start, i + 2);
        if (isEighty) {
            eighty = evidence;
        } else {
            ninety = evidence;
        }
    }

    private static boolean isPartOfAnother(String text, int start, int end) {
        if (Signs.isDigit(text, start - 1)
                || Signs.isOneOf(text, start - 1, "/:.-") && Signs.isDigit(text, start - 2)
                || Signs.isDigit(text, end)) {
            return true;
        }
        int i = Signs.isBlank(text, end) ? end + 1 : end;
        return Signs.isOneOf(text, i, "/:.-") && Signs.isDigit(text, Signs.isBlank(text, i + 1) ? i + 2 : i + 1);
    }

    void goal(Passage passage, int start, int end) {
        if (start >= goalsReadTo) {
            if (goals.isEmpty()) {
                goals = new ArrayList<>();
            }
            goals.add(new Finding<>(passage.text().substring(start, end), passage.evidence(start, end)));
            goalsReadTo = end;
        }
    }

    /** Looks at a place where a group of people is named: {@code Youth owned (5 points)}. */
    void group(Passage passage, int start) {
        if (start >= goalsReadTo) {
            Matcher matcher = Place.at(GROUP, passage.text(), start);
            if (matcher.lookingAt()) {
                goal(passage, start, matcher.end());
            }
        }
    }
}
