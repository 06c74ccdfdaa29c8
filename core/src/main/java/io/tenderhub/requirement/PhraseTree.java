package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases with a common beginning, compared sign by sign all at once. */
final class PhraseTree {
    private static final Phrase[] NONE = {};

    private final char small;
    private final char capital;
    private Phrase[] ending = NONE;
    /** The first of the signs that may follow this one. */
    private @Nullable PhraseTree next;
    /** Another sign that may stand here. */
    private @Nullable PhraseTree other;

    PhraseTree() {
        this('\0');
    }

    private PhraseTree(char sign) {
        small = sign;
        capital = sign >= 'a' && sign <= 'z' ? (char) (sign - 32) : sign;
    }

    /** A code of a class is not compared: its kinds say enough for a closer look. */
    void add(Phrase phrase) {
        PhraseTree node = this;
        for (int i = 0; i < phrase.words().length() && phrase.meaning() != Meaning.CIDB_CLASS; i++) {
            node = node.next(phrase.words().charAt(i));
        }
        List<Phrase> all = new ArrayList<>(List.of(node.ending));
        all.add(phrase);
        node.ending = all.toArray(NONE);
    }

    private PhraseTree next(char sign) {
        PhraseTree last = null;
        for (PhraseTree node = next; node != null; node = node.other) {
            if (node.small == sign) {
                return node;
            }
            last = node;
        }
        PhraseTree added = new PhraseTree(sign);
        if (last == null || sign == Phrase.ANY_BLANK) {
            // Any blank goes first, for the blank itself ends the search among the others.
            added.other = next;
            next = added;
        } else {
            last.other = added;
        }
        return added;
    }

    /** Tells of the phrases that stand at {@code start}. */
    void compare(String text, int start, Lexicon.Listener listener) {
        compare(text, start, start, listener);
    }

    private void compare(String text, int start, int from, Lexicon.Listener listener) {
        tell(text, start, from, listener);
        PhraseTree node = next;
        int length = text.length();
        for (int at = from; node != null && at < length; ) {
            char c = text.charAt(at);
            if (node.small == Phrase.ANY_BLANK) {
                if (Signs.isBlank(c)) {
                    node.compare(text, start, at + 1, listener);
                }
                node = node.other;
            } else if (c == node.small || c == node.capital) {
                at++;
                node.tell(text, start, at, listener);
                node = node.next;
            } else {
                node = node.other;
            }
        }
    }

    private void tell(String text, int start, int behind, Lexicon.Listener listener) {
        for (Phrase phrase : ending) {
            int end = phrase.endIn(text, start, behind);
            if (end >= 0) {
                listener.found(phrase, start, end);
            }
        }
    }
}
