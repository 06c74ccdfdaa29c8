package io.tenderhub.mongo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;

/** An instant in two fields: a date, which holds milliseconds, and the nanoseconds below them. */
final class StoredInstant {
    static final String DATE = "generatedAt";
    static final String NANOS = "generatedAtNanos";
    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

    private StoredInstant() {}

    static Date date(Instant instant) {
        return Date.from(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    static int nanos(Instant instant) {
        return instant.getNano() % NANOS_OF_A_MILLISECOND;
    }

    static void write(Document document, Instant instant) {
        document.append(DATE, date(instant)).append(NANOS, nanos(instant));
    }

    static Instant read(Fields fields) throws UnreadableDocumentException {
        return fields.date(DATE).toInstant().plusNanos(fields.integer(NANOS));
    }
}
