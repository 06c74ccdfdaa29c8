package io.tenderhub.search;

import java.util.Collection;
import java.util.List;

/** The words that stand in tenders; may lag behind them. */
public interface Vocabulary {

    /**
     * Takes up words; those that are known stay.
     *
     * @param words in lower case, without accents
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    void learn(Collection<String> words);

    /**
     * The known words most like a word that occurs in tenders seldom or never, by the trigrams they share; those that more tenders
     * hold come first among equally similar ones. The word itself is not among them.
     *
     * @param word in lower case, without accents
     * @param limit 1 or more
     * @return only such that some tender is found by
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    List<String> similar(String word, int limit);
}
