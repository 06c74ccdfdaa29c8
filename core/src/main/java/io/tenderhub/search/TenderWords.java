package io.tenderhub.search;

import io.tenderhub.tender.Item;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a tender that somebody may mean when he misspells one. */
public final class TenderWords {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    /** Letters that are not part of a number, an address or the like. */
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\p{L}\\p{N}@_./-])\\p{L}{" + SHORTEST + "," + LONGEST + "}(?![\\p{L}\\p{N}@_/]|\\.\\p{L})");

    private TenderWords() {}

    /** In lower case and without accents, each once: of 3 to 40 letters and nothing else. */
    public static Set<String> of(Tender tender) {
        Set<String> words = new TreeSet<>();
        Stream.of(
                        Stream.of(tender.heading()),
                        tender.title().stream(),
                        tender.description().stream(),
                        Stream.of(tender.buyer(), tender.procuringEntity())
                                .flatMap(Optional::stream)
                                .map(Organisation::name),
                        tender.category().stream(),
                        tender.additionalCategories().stream(),
                        tender.items().stream().map(Item::description).flatMap(Optional::stream),
                        tender.province().stream(),
                        tender.deliveryLocation().stream(),
                        tender.specialConditions().stream())
                .flatMap(texts -> texts)
                .forEach(text -> addWords(text, words));
        return words;
    }

    private static void addWords(String text, Set<String> words) {
        Matcher word = WORD.matcher(FoldedText.fold(text).toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
    }
}
