package io.tenderhub.postgres;

import io.tenderhub.search.FoldedText;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a query's text says to look for. */
final class SearchWords {
    private SearchWords() {}

    /** Nothing if only words as common as "the" are in it: that is no text to look for. */
    static Optional<String> of(Handle handle, Optional<String> text) {
        return text.filter(words -> !words.isBlank())
                .filter(words -> handle.createQuery("SELECT numnode(" + SearchConditions.WORDS + ")")
                                .bind("text", FoldedText.fold(words))
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }
}
