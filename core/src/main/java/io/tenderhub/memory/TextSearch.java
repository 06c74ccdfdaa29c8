package io.tenderhub.memory;

import io.tenderhub.search.FoldedText;
import io.tenderhub.search.Highlighting.Range;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text query: alternatives, each of phrases that must and must not occur; a word is a phrase of one. */
final class TextSearch {
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    private record Term(boolean unwanted, String phrase) {}

    private final List<List<Term>> alternatives = new ArrayList<>();

    /** Empty if there is no text to look for. */
    static Optional<TextSearch> of(Optional<String> text) {
        return text.filter(words -> !words.isBlank()).map(TextSearch::new);
    }

    TextSearch(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher term = TERM.matcher(text);
        while (term.find()) {
            if ("or".equalsIgnoreCase(term.group())) {
                alternatives.add(terms);
                terms = new ArrayList<>();
            } else {
                String words = words(term.group(2) == null ? term.group(3) : term.group(2));
                if (!words.isBlank()) {
                    terms.add(new Term(term.group(1).equals("-"), words));
                }
            }
        }
        alternatives.add(terms);
        alternatives.removeIf(List::isEmpty);
    }

    /** How well a tender matches; 0 if it does not. */
    double relevance(Tender tender) {
        String heading = words(tender.heading());
        String rest = words(Stream.of(
                        tender.buyingOrganisation().map(Organisation::name),
                        tender.category(),
                        tender.province(),
                        tender.deliveryLocation(),
                        tender.description())
                .flatMap(Optional::stream)
                .reduce("", (a, b) -> a + "\n" + b));
        return alternatives.stream()
                .mapToDouble(terms -> relevance(terms, heading, rest))
                .max()
                .orElse(0);
    }

    /** Where the words and phrases stand that must occur, in the text as published. */
    List<Range> matches(String text) {
        FoldedText folded = FoldedText.of(text);
        String lower = folded.folded().toLowerCase(Locale.ROOT);
        List<Range> words = new ArrayList<>();
        StringBuilder all = new StringBuilder(" ");
        Matcher word = WORD.matcher(lower);
        while (word.find() && lower.length() == folded.folded().length()) {
            words.add(new Range(all.length(), all.length() + word.group().length()));
            all.append(word.group()).append(' ');
            words.add(new Range(folded.origin(word.start()), folded.origin(word.end())));
        }
        return matches(all.toString(), words);
    }

    /**
     * @param places of each word among all words, followed by where it was published
     */
    private List<Range> matches(String all, List<Range> places) {
        List<Range> matches = new ArrayList<>();
        for (int i = 0; i < places.size(); i += 2) {
            Range place = places.get(i);
            boolean wanted = alternatives.stream()
                    .flatMap(List::stream)
                    .filter(term -> !term.unwanted())
                    .anyMatch(term -> covers(all, term.phrase(), place));
            if (wanted) {
                matches.add(places.get(i + 1));
            }
        }
        return matches;
    }

    /** Whether a phrase, which has blanks around it, stands somewhere over this place. */
    private static boolean covers(String all, String phrase, Range place) {
        int at = all.indexOf(phrase, Math.max(0, place.end() + 1 - phrase.length()));
        return at >= 0 && at < place.begin();
    }

    private static double relevance(List<Term> terms, String heading, String rest) {
        double relevance = 0.1;
        for (Term term : terms) {
            boolean inHeading = heading.contains(term.phrase());
            boolean found = inHeading || rest.contains(term.phrase());
            if (found == term.unwanted()) {
                return 0;
            }
            if (!term.unwanted()) {
                relevance += inHeading ? 1 : 0.25;
            }
        }
        return relevance;
    }

    /** The words in lower case, each between blanks, so that whole words are found as parts of the text. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(" ");
        Matcher word = WORD.matcher(FoldedText.fold(text).toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.append(word.group()).append(' ');
        }
        return words.toString();
    }
}
