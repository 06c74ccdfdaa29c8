package io.tenderhub.semantic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Tender;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a tender is embedded: its heading alone, which says most, and all that is bought, in passages short enough to mean one thing
 * each. Each begins with the heading, so that it says what it is about.
 */
final class TenderPassages {
    /** Another number where passages are made in another way: indexes made by the old one then begin anew. */
    static final int EDITION = 1;

    private static final int LONGEST = 900;
    private static final int HEADING = 160;
    private static final int MOST = 4;

    private final List<String> texts;

    private TenderPassages(List<String> texts) {
        this.texts = texts;
    }

    static TenderPassages of(Tender tender) {
        String heading = oneLine(tender.heading());
        String about = about(tender, heading);
        List<String> texts = new ArrayList<>();
        texts.add(cut(heading, 0, LONGEST));
        if (!about.isEmpty()) {
            texts.add(cut(join(heading, about), 0, LONGEST));
        }
        int at = LONGEST - Math.min(heading.length(), LONGEST);
        String beginning = cut(heading, 0, HEADING);
        while (texts.size() < MOST && at < about.length()) {
            int room = LONGEST - beginning.length();
            texts.add(join(beginning, cut(about, at, room)));
            at += room;
        }
        return new TenderPassages(List.copyOf(texts));
    }

    /** At least one. */
    List<String> texts() {
        return texts;
    }

    /** The same only where the passages are the same. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                sha.update(text.getBytes(UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String about(Tender tender, String heading) {
        Set<String> parts = new LinkedHashSet<>();
        Stream.of(
                        Stream.of(tender.title(), tender.description())
                                .flatMap(Optional::stream)
                                .map(TenderPassages::oneLine)
                                .filter(text -> !contains(heading, text))
                                .map(text -> contains(text, heading) && text.indexOf(heading) == 0
                                        ? text.substring(heading.length()).strip()
                                        : text),
                        tender.items().stream().flatMap(TenderPassages::words),
                        Stream.concat(tender.category().stream(), tender.additionalCategories().stream()))
                .flatMap(texts -> texts)
                .map(TenderPassages::oneLine)
                .filter(text -> !text.isEmpty())
                .forEach(parts::add);
        return parts.stream().collect(Collectors.joining(". "));
    }

    private static Stream<String> words(Item item) {
        return Stream.concat(
                item.description().stream(),
                item.classifications().stream().map(Classification::description).flatMap(Optional::stream));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static String join(String heading, String about) {
        return about.isEmpty() ? heading : heading + ". " + about;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** So many characters from there on; no half ones. */
    private static String cut(String text, int from, int length) {
        int begin = Math.min(from, text.length());
        int end = Math.min(begin + length, text.length());
        if (begin < end && Character.isLowSurrogate(text.charAt(begin))) {
            begin++;
        }
        if (end < text.length() && end > begin && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }
}
