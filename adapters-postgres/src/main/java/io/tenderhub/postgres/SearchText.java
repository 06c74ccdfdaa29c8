package io.tenderhub.postgres;

import io.tenderhub.search.FoldedText;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words a tender is found by, in the four weights of a {@code tsvector}. Accents are folded here, for texts and queries
 * alike, because the extension that does so in the database may not be there.
 */
final class SearchText {
    /**
     * A {@code tsvector} takes 1 MB; a word can need three to four times its own bytes there (as a whole, in its parts, and
     * its position). All four together stay below a quarter.
     */
    private static final int SHORT_BYTES = 16_000;

    private static final int DESCRIPTION_BYTES = 160_000;
    private static final int CONDITIONS_BYTES = 50_000;

    private SearchText() {}

    /** Heading, title and the publisher's id. */
    static String a(Tender tender) {
        return text(SHORT_BYTES, Stream.of(tender.heading(), tender.title().orElse(null), tender.id()));
    }

    /** Buyer, procuring entity and categories. */
    static String b(Tender tender) {
        return text(
                SHORT_BYTES,
                Stream.of(
                                Stream.of(tender.buyer(), tender.procuringEntity())
                                        .flatMap(Optional::stream)
                                        .map(Organisation::name),
                                tender.category().stream(),
                                tender.additionalCategories().stream())
                        .flatMap(words -> words));
    }

    /** Description and items. */
    static String c(Tender tender) {
        return text(
                DESCRIPTION_BYTES,
                Stream.concat(
                        tender.description().stream(),
                        tender.items().stream().map(Item::description).flatMap(Optional::stream)));
    }

    /** Place and special conditions. */
    static String d(Tender tender) {
        return text(
                CONDITIONS_BYTES,
                Stream.of(tender.province(), tender.deliveryLocation(), tender.specialConditions())
                        .flatMap(Optional::stream));
    }

    /** Without accents and without what PostgreSQL has no character for. */
    static String fold(String text) {
        return FoldedText.fold(text);
    }

    /** For comparing without regard to case, the same in every locale of the database. */
    static String key(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String text(int bytes, Stream<String> parts) {
        return cut(FoldedText.fold(parts.filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"))), bytes);
    }

    private static String cut(String text, int bytes) {
        if (text.length() * 3L <= bytes || text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }
}
