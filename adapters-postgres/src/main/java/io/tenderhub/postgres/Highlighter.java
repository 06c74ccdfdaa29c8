package io.tenderhub.postgres;

import io.tenderhub.search.FoldedText;
import io.tenderhub.search.Highlighting;
import io.tenderhub.search.Highlighting.Range;
import io.tenderhub.tender.TenderHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Has the database say where the words stand in the texts of a page, as it knows what it found them by. It looks at the texts without
 * their accents; where that leads to in the texts as published is found here.
 */
final class Highlighter {
    /** Characters of a description; longer ones are looked at no further. */
    static final int LOOKED_AT = 5_000;

    /** Private characters, which are blanked where a text has them, like what the parser would take for markup. */
    private static final char BEGIN = '\ue000';

    private static final char END = '\ue001';
    private static final String OPTIONS = "HighlightAll=true, StartSel=" + BEGIN + ", StopSel=" + END;

    List<TenderHit> highlighted(Handle transaction, SearchConditions conditions, List<FoundTender> page) {
        List<FoldedText> texts = new ArrayList<>();
        for (FoundTender found : page) {
            texts.add(FoldedText.of(found.hit().heading()));
            texts.add(FoldedText.of(found.description().orElse("")));
        }
        Map<Integer, String> marked = marked(transaction, conditions, texts);
        List<TenderHit> hits = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            FoundTender found = page.get(i);
            hits.add(found.hit()
                    .withHighlights(Highlighting.of(
                            found.hit().heading(),
                            ranges(texts.get(2 * i), marked.getOrDefault(2 * i, "")),
                            found.description().orElse(""),
                            ranges(texts.get(2 * i + 1), marked.getOrDefault(2 * i + 1, "")))));
        }
        return hits;
    }

    private static Map<Integer, String> marked(
            Handle transaction, SearchConditions conditions, List<FoldedText> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        return conditions
                .bindTo(transaction.createQuery("SELECT number, ts_headline('english', given, " + SearchConditions.WORDS
                        + ", :options) AS marked FROM unnest(:texts) WITH ORDINALITY AS input(given, number)"))
                .bind("options", OPTIONS)
                .bind("texts", TextArray.of(texts, text -> plain(text.folded())))
                .reduceRows(new HashMap<>(), (byNumber, row) -> {
                    byNumber.put(row.getColumn("number", Integer.class) - 1, row.getColumn("marked", String.class));
                    return byNumber;
                });
    }

    /** The same length, with nothing in it that could be taken for a tag, an entity or one of the marks. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == BEGIN || c == END || c == 0) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    /** Where the marks stand, in the text as published; none if anything but marks was added, which would shift them. */
    private static List<Range> ranges(FoldedText text, String marked) {
        List<Range> ranges = new ArrayList<>();
        int at = 0;
        int begin = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == BEGIN) {
                begin = at;
            } else if (c == END) {
                if (begin > at || at > text.folded().length()) {
                    return List.of();
                }
                ranges.add(new Range(text.origin(begin), text.origin(at)));
            } else {
                at++;
            }
        }
        return at == text.folded().length() ? ranges : List.of();
    }
}
