package io.tenderhub.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Instants as PostgreSQL keeps them: {@code timestamptz} has microseconds, from 4713 BC to 294276 AD (PostgreSQL manual,
 * "Date/Time Types"), so the nanoseconds beyond are kept in a column of their own.
 */
final class Times {
    static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("+294276-12-31T23:59:59.999999999Z");
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 9, SignStyle.NEVER)
            .appendPattern("-MM-dd HH:mm:ss.SSSSSS'+00'")
            .toFormatter(Locale.ROOT);

    private Times() {}

    static boolean fits(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /** Into what can be asked for: a bound beyond the range excludes and includes the same rows as the range's end. */
    static Instant clamp(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    /** To the microsecond, to be cast to {@code timestamptz}. */
    static String text(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return TEXT.format(utc) + (utc.getYear() < 1 ? " BC" : " AD");
    }

    /** What {@link #text} leaves out, 0–999. */
    static int nanos(Instant instant) {
        return instant.getNano() % 1000;
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Instant read(ResultSet row, String column, String nanosColumn) throws SQLException {
        return read(row, column).plusNanos(row.getInt(nanosColumn));
    }

    static Optional<Instant> readOptional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** As the database will give it back. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
