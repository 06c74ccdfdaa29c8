package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a list of results.
 *
 * @param relevance of the text, 0 where the query has none; comparable only within one answer
 * @param highlights where the words of the text stand, at most one for each field; empty where the query has none
 */
public record TenderHit(
        String ocid,
        String tenderId,
        String heading,
        Optional<String> buyer,
        Optional<String> province,
        Optional<String> category,
        Optional<String> status,
        Optional<Money> value,
        Instant releaseDate,
        Optional<Instant> closesAt,
        double relevance,
        List<Highlight> highlights) {
    public TenderHit {
        requireNonNull(ocid);
        requireNonNull(tenderId);
        requireNonNull(heading);
        requireNonNull(buyer);
        requireNonNull(province);
        requireNonNull(category);
        requireNonNull(status);
        requireNonNull(value);
        requireNonNull(releaseDate);
        requireNonNull(closesAt);
        highlights = List.copyOf(highlights);
    }

    /** The same with these highlights. */
    public TenderHit withHighlights(List<Highlight> shown) {
        return new TenderHit(
                ocid,
                tenderId,
                heading,
                buyer,
                province,
                category,
                status,
                value,
                releaseDate,
                closesAt,
                relevance,
                shown);
    }

    /** A tender that was not found by a text. */
    public static TenderHit of(Tender tender) {
        return new TenderHit(
                tender.ocid(),
                tender.id(),
                tender.heading(),
                tender.buyingOrganisation().map(Organisation::name),
                tender.province(),
                tender.category(),
                tender.status().map(TenderStatus::code),
                tender.value(),
                tender.releaseDate(),
                tender.closesAt(),
                0,
                List.of());
    }
}
