package io.tenderhub.postgres;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.TenderSort;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An order of results with its keyset: the condition that leads behind the last hit of a page, written so that the index of
 * that order serves it.
 *
 * @param columns what a cursor keeps of the last hit, as texts; the placeholders are {@code :k0}, {@code :k1}
 * @param bounds by the name of a value that is asked for, the condition that the index of the order can tell of it
 * @param shapes what those texts look like, so that a forged cursor is refused before the database sees it
 */
record SearchOrder(String orderBy, String after, List<String> columns, Map<String, String> bounds, List<Shape> shapes) {

    /** Of a sort that hangs on columns alone; without a text, relevance says nothing. */
    static SearchOrder of(TenderSort sort) {
        return switch (sort) {
            case RELEVANCE, NEWEST -> BY_NEWEST;
            case CLOSING_SOONEST -> BY_CLOSING;
            case VALUE -> BY_VALUE;
            case READINESS -> throw new InvalidInputException("search", "sort", "readiness is known of teams alone");
        };
    }

    /** Whether there is an index that begins with the status. */
    boolean isByStatus() {
        return this == BY_CLOSING || this == BY_NEWEST;
    }

    /**
     * Where in its index those can stand that are found.
     *
     * @param bound the names of all values that are
     */
    Stream<String> within(Set<String> bound) {
        return bounds.entrySet().stream()
                .filter(bounded -> bound.contains(bounded.getKey()))
                .map(Map.Entry::getValue);
    }

    boolean isByClosing() {
        return this == BY_CLOSING;
    }

    boolean accepts(PageCursor cursor) {
        for (int i = 0; i < shapes.size(); i++) {
            if (!shapes.get(i).accepts(cursor.key().get(i))) {
                return false;
            }
        }
        return cursor.ocid().indexOf('\0') < 0;
    }

    /** What a value in a cursor looks like. */
    enum Shape {
        /** A time as {@link Times#text}, or {@code infinity}. */
        TIME("\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00 (AD|BC)|infinity"),
        NANOS("\\d{1,3}"),
        NUMBER("\\d{1,131072}(\\.\\d{1,16383})?"),
        RELEVANCE("\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");

        private final String pattern;

        Shape(String pattern) {
            this.pattern = pattern;
        }

        boolean accepts(String text) {
            if (!text.matches(pattern)) {
                return false;
            }
            return this != RELEVANCE || new BigDecimal(text).compareTo(BigDecimal.valueOf(Float.MAX_VALUE)) <= 0;
        }
    }

    private static final String NEWEST_KEY = "(release_date, release_nanos)";
    private static final String NEWEST_BOUND = "(:k0::timestamptz, :k1::smallint)";
    /** The form of an index expression of the migration, to the letter. */
    static final String CLOSING_KEY = "coalesce(closes_at, 'infinity'::timestamptz)";

    private static final String VALUE_KEY = "coalesce(value_amount, 0)";

    private static final SearchOrder BY_NEWEST = new SearchOrder(
            "release_date DESC, release_nanos DESC, ocid",
            NEWEST_KEY + " <= " + NEWEST_BOUND + " AND (" + NEWEST_KEY + " < " + NEWEST_BOUND + " OR ocid > :ocid)",
            List.of(timeText("release_date"), "release_nanos::text"),
            Map.of(
                    "published_from", "release_date >= :published_from::timestamptz",
                    "published_to", "release_date <= :published_to::timestamptz"),
            List.of(Shape.TIME, Shape.NANOS));
    private static final SearchOrder BY_CLOSING = new SearchOrder(
            CLOSING_KEY + ", closes_nanos, ocid",
            "(" + CLOSING_KEY + ", closes_nanos, ocid) > (:k0::timestamptz, :k1::smallint, :ocid)",
            List.of("coalesce(" + timeText("closes_at") + ", 'infinity')", "closes_nanos::text"),
            Map.of(
                    "closing_from", CLOSING_KEY + " >= :closing_from::timestamptz",
                    "closing_to", CLOSING_KEY + " <= :closing_to::timestamptz",
                    "closing_since", CLOSING_KEY + " >= :closing_since::timestamptz"),
            List.of(Shape.TIME, Shape.NANOS));
    private static final SearchOrder BY_VALUE = new SearchOrder(
            VALUE_KEY + " DESC, ocid",
            VALUE_KEY + " <= :k0::numeric AND (" + VALUE_KEY + " < :k0::numeric OR ocid > :ocid)",
            List.of(VALUE_KEY + "::text"),
            // Those without a value, which may be asked for as well, stand as zero.
            Map.of("value_to", VALUE_KEY + " <= greatest(:value_to::numeric, 0)"),
            List.of(Shape.NUMBER));

    static String timeText(String column) {
        return "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US\"+00\" AD')";
    }
}
