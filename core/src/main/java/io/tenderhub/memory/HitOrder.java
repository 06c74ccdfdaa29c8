package io.tenderhub.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.TenderHit;
import io.tenderhub.tender.TenderQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of a query's hits and the cursors into it. A cursor holds what the hit it stands at was sorted by, so it leads
 * on even when that hit has changed or gone, and a digest of the query it belongs to.
 */
final class HitOrder implements Comparator<TenderHit> {
    /** What a hit is sorted by: the smaller key first, then the smaller ocid. */
    private record Position(BigDecimal key, String ocid) implements Comparable<Position> {
        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::key).thenComparing(Position::ocid);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /** Beyond every key there is: for hits that lack what is sorted by. */
    private static final BigDecimal LAST = new BigDecimal("1e40");

    private final TenderQuery query;

    HitOrder(TenderQuery query) {
        this.query = query;
    }

    @Override
    public int compare(TenderHit one, TenderHit other) {
        return position(one).compareTo(position(other));
    }

    /** The hits behind a cursor; all of them without one. */
    Stream<TenderHit> after(Optional<String> cursor, Stream<TenderHit> hits) {
        if (cursor.isEmpty()) {
            return hits;
        }
        Position last = read(cursor.get());
        return hits.filter(hit -> position(hit).compareTo(last) > 0);
    }

    String cursor(TenderHit last) {
        Position position = position(last);
        String text = fingerprint() + "|" + position.key() + "|" + position.ocid();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private Position read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", 3);
            if (parts.length == 3 && parts[0].equals(fingerprint())) {
                return new Position(new BigDecimal(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException unreadable) {
            // Not Base64, or not a number: not a cursor of ours, as any other that does not fit.
        }
        throw new InvalidInputException("search", "cursor", "is not one that was given for this query");
    }

    private Position position(TenderHit hit) {
        BigDecimal newestFirst = nanos(hit.releaseDate()).negate();
        BigDecimal key = switch (query.sort()) {
            case RELEVANCE -> hit.relevance() > 0 ? BigDecimal.valueOf(-hit.relevance()) : newestFirst;
            case NEWEST -> newestFirst;
            case CLOSING_SOONEST -> hit.closesAt().map(HitOrder::nanos).orElse(LAST);
            case VALUE -> hit.value().map(Money::amount).map(BigDecimal::negate).orElse(LAST);
        };
        return new Position(key, hit.ocid());
    }

    private static BigDecimal nanos(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
    }

    private String fingerprint() {
        String meaning = query.text() + "|" + query.filter().id() + "|" + query.sort();
        return Integer.toHexString(meaning.hashCode());
    }
}
