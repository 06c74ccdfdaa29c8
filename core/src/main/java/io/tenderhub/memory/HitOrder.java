package io.tenderhub.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of a query's hits and the cursors into it. A cursor holds what the hit it stands at was sorted by, so it leads
 * on even when that hit has changed or gone, a digest of the query it belongs to, and where the hits that are ranked end.
 */
final class HitOrder implements Comparator<TenderHit> {
    /** What a hit is sorted by: the ranked ones first, then the smaller key, then the smaller ocid. */
    private record Position(boolean behind, BigDecimal key, String ocid) implements Comparable<Position> {
        private static final Comparator<Position> ORDER = Comparator.comparing(Position::behind)
                .thenComparing(Position::key)
                .thenComparing(Position::ocid);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /** Beyond every key there is: for hits that lack what is sorted by. */
    private static final BigDecimal LAST = new BigDecimal("1e40");

    private static final String NONE = "-";

    private final TenderQuery query;
    /** The last of the newest ones, which are ranked. */
    private final Optional<Position> end;

    private final Optional<Position> reached;

    private HitOrder(TenderQuery query, Optional<Position> end, Optional<Position> reached) {
        if (query.sort() == TenderSort.READINESS) {
            throw noScores();
        }
        this.query = query;
        this.end = end;
        this.reached = reached;
    }

    /**
     * @param hits everything that the query finds now
     */
    static HitOrder of(TenderQuery query, List<TenderHit> hits) {
        if (query.cursor().isPresent()) {
            return read(query, query.cursor().get());
        }
        boolean ranked = query.sort() == TenderSort.RELEVANCE && hits.stream().anyMatch(hit -> hit.relevance() > 0);
        Optional<Position> end = ranked
                ? hits.stream()
                        .map(HitOrder::newest)
                        .sorted()
                        .skip(TenderSort.RANKED - 1L)
                        .findFirst()
                : Optional.empty();
        return new HitOrder(query, end, Optional.empty());
    }

    @Override
    public int compare(TenderHit one, TenderHit other) {
        return position(one).compareTo(position(other));
    }

    /** Whether a hit comes behind the cursor; all do without one. */
    boolean isAhead(TenderHit hit) {
        return reached.isEmpty() || position(hit).compareTo(reached.get()) > 0;
    }

    String cursor(TenderHit last) {
        Position position = position(last);
        String text = String.join(
                "|",
                fingerprint(query),
                end.map(at -> at.key().toString()).orElse(NONE),
                end.map(at -> Base64.getUrlEncoder().encodeToString(at.ocid().getBytes(UTF_8)))
                        .orElse(NONE),
                Boolean.toString(position.behind()),
                position.key().toString(),
                position.ocid());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static HitOrder read(TenderQuery query, String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", 6);
            if (parts.length == 6 && parts[0].equals(fingerprint(query))) {
                Optional<Position> end = parts[1].equals(NONE)
                        ? Optional.empty()
                        : Optional.of(new Position(
                                true,
                                new BigDecimal(parts[1]),
                                new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8)));
                return new HitOrder(
                        query,
                        end,
                        Optional.of(new Position(Boolean.parseBoolean(parts[3]), new BigDecimal(parts[4]), parts[5])));
            }
        } catch (IllegalArgumentException unreadable) {
            // Not Base64, or not a number: not a cursor of ours, as any other that does not fit.
        }
        throw new InvalidInputException("search", "cursor", "is not one that was given for this query");
    }

    private Position position(TenderHit hit) {
        Position newest = newest(hit);
        if (end.filter(last -> newest.compareTo(last) > 0).isPresent()) {
            return newest;
        }
        BigDecimal key = switch (query.sort()) {
            case RELEVANCE -> hit.relevance() > 0 ? BigDecimal.valueOf(-hit.relevance()) : newest.key();
            case NEWEST -> newest.key();
            case CLOSING_SOONEST -> hit.closesAt().map(HitOrder::nanos).orElse(LAST);
            case READINESS -> throw noScores();
            case VALUE -> hit.value().map(Money::amount).map(BigDecimal::negate).orElse(LAST);
        };
        return new Position(false, key, hit.ocid());
    }

    /** Where it stands among those that are not ranked. */
    private static Position newest(TenderHit hit) {
        return new Position(true, nanos(hit.releaseDate()).negate(), hit.ocid());
    }

    private static InvalidInputException noScores() {
        return new InvalidInputException("search", "sort", "readiness is known of teams alone");
    }

    private static BigDecimal nanos(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
    }

    private static String fingerprint(TenderQuery query) {
        String meaning = query.text() + "|" + query.filter().id() + "|" + query.sort();
        return Integer.toHexString(meaning.hashCode());
    }
}
