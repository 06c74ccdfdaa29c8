package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.search.CanonicalQuery;
import io.tenderhub.tender.TenderFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wishes to save, in the canonical form: two drafts that find the same in other writing look for the same.
 *
 * @param name for people, 1 to 80 characters, none of them a control character
 * @param text what to look for, at most 500 characters
 * @param filter no bound in it is below the one it follows
 */
public record SearchDraft(String name, Optional<String> text, TenderFilter filter, Alert alert) {
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_TEXT = 500;

    /** @throws InvalidInputException if the name or a text is not so; tells every such field */
    public SearchDraft {
        requireNonNull(alert);
        name = name.strip();
        text = CanonicalQuery.text(text);
        filter = CanonicalQuery.of(filter);
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || holdsControls(name)) {
            problems.add(new FieldProblem(
                    "name", "must have 1 to " + LONGEST_NAME + " characters and no control characters"));
        }
        if (text.filter(words -> words.length() > LONGEST_TEXT || holdsControls(words))
                .isPresent()) {
            problems.add(new FieldProblem(
                    "text", "must have at most " + LONGEST_TEXT + " characters and no control characters"));
        }
        check("filter.provinces", filter.provinces(), problems);
        check("filter.buyers", filter.buyers(), problems);
        check("filter.categories", filter.categories(), problems);
        check("filter.statuses", filter.statuses(), problems);
        check("filter.methods", filter.methods(), problems);
        checkOrder("valueFrom", filter.valueFrom(), "valueTo", filter.valueTo(), problems);
        checkOrder("closingFrom", filter.closingFrom(), "closingTo", filter.closingTo(), problems);
        checkOrder("publishedFrom", filter.publishedFrom(), "publishedTo", filter.publishedTo(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException("saved search", problems);
        }
    }

    private static void check(String field, Set<String> values, List<FieldProblem> problems) {
        if (values.stream().anyMatch(SearchDraft::holdsControls)) {
            problems.add(new FieldProblem(field, "must hold no control characters"));
        }
    }

    private static <T extends Comparable<? super T>> void checkOrder(
            String from, Optional<T> least, String to, Optional<T> most, List<FieldProblem> problems) {
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            problems.add(new FieldProblem("filter." + to, "must not be below " + from));
        }
    }

    private static boolean holdsControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    public SearchDraft withName(String value) {
        return new SearchDraft(value, text, filter, alert);
    }

    /** The same name and alert for another search. */
    public SearchDraft lookingFor(Optional<String> words, TenderFilter value) {
        return new SearchDraft(name, words, value, alert);
    }

    public SearchDraft withAlert(Alert value) {
        return new SearchDraft(name, text, filter, value);
    }

    boolean looksForTheSameAs(SearchDraft other) {
        return text.equals(other.text) && filter.equals(other.filter);
    }
}
