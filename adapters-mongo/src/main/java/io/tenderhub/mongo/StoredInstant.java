package io.tenderhub.mongo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;

/** An instant in two fields: a date, which holds milliseconds, and the nanoseconds below them. */
final class StoredInstant {
    static final String DATE = "generatedAt";
    private static final String NANOS_SUFFIX = "Nanos";
    static final String NANOS = DATE + NANOS_SUFFIX;
    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

    private StoredInstant() {}

    static Date date(Instant instant) {
        return Date.from(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    static int nanos(Instant instant) {
        return instant.getNano() % NANOS_OF_A_MILLISECOND;
    }

    /** As {@link #DATE}. */
    static void write(Document document, Instant instant) {
        write(document, DATE, instant);
    }

    static void write(Document document, String name, Instant instant) {
        document.append(name, date(instant)).append(name + NANOS_SUFFIX, nanos(instant));
    }

    /** That of {@link #DATE}. */
    static Instant read(Fields fields) throws UnreadableDocumentException {
        return read(fields, DATE);
    }

    static Instant read(Fields fields, String name) throws UnreadableDocumentException {
        return fields.date(name).toInstant().plusNanos(fields.integer(name + NANOS_SUFFIX));
    }
}
