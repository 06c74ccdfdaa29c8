package io.tenderhub.search;

import io.tenderhub.tender.Highlight;
import io.tenderhub.tender.Highlight.Field;
import io.tenderhub.tender.Highlight.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts texts into pieces that matched and pieces that did not. */
public final class Highlighting {
    /** Words of a description that are shown. */
    private static final int WORDS = 30;

    /** Words before the first match, so that it is seen what it belongs to. */
    private static final int BEFORE = 6;

    private static final Pattern WORD = Pattern.compile("\\S+");

    private Highlighting() {}

    /**
     * Where words were found in a text.
     *
     * @param end behind the last character
     */
    public record Range(int begin, int end) {}

    /**
     * The heading whole, of the description the part that has most of the matches; each only if anything matched in it.
     *
     * @param inHeading in order, not overlapping; so are those in the description
     */
    public static List<Highlight> of(
            String heading, List<Range> inHeading, String description, List<Range> inDescription) {
        List<Highlight> highlights = new ArrayList<>();
        if (!inHeading.isEmpty()) {
            highlights.add(new Highlight(Field.HEADING, pieces(heading, new Range(0, heading.length()), inHeading)));
        }
        if (!inDescription.isEmpty()) {
            highlights.add(new Highlight(
                    Field.DESCRIPTION, pieces(description, fragment(description, inDescription), inDescription)));
        }
        return highlights;
    }

    /** Some thirty words, from a little before that match behind which most others are near. */
    private static Range fragment(String text, List<Range> matches) {
        List<Range> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Range(word.start(), word.end()));
        }
        if (words.size() <= WORDS) {
            return new Range(0, text.length());
        }
        int[] places = matches.stream().mapToInt(match -> place(words, match)).toArray();
        int best = 0;
        int most = 0;
        for (int i = 0; i < places.length; i++) {
            int near = 0;
            for (int j = i; j < places.length && places[j] <= places[i] + WORDS - BEFORE - 1; j++) {
                near++;
            }
            if (near > most) {
                most = near;
                best = i;
            }
        }
        int first = Math.max(0, Math.min(places[best] - BEFORE, words.size() - WORDS));
        int last = Math.min(words.size(), first + WORDS) - 1;
        return new Range(words.get(first).begin(), words.get(last).end());
    }

    /** The number of the word that a match begins in. */
    private static int place(List<Range> words, Range match) {
        int low = 0;
        int high = words.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() > match.begin()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static List<Piece> pieces(String text, Range shown, List<Range> matches) {
        List<Piece> pieces = new ArrayList<>();
        int at = shown.begin();
        for (Range match : matches) {
            if (match.begin() >= at && match.end() <= shown.end() && match.end() > match.begin()) {
                add(pieces, text.substring(at, match.begin()), false);
                add(pieces, text.substring(match.begin(), match.end()), true);
                at = match.end();
            }
        }
        add(pieces, text.substring(at, Math.max(at, shown.end())), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean matched) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, matched));
        }
    }
}
