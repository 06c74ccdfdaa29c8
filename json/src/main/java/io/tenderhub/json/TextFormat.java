package io.tenderhub.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A form of texts that OpenAPI has a name for. */
enum TextFormat {
    INSTANT("date-time", "an instant such as 2026-02-20T08:00:00Z") {
        @Override
        void read(String text) {
            Instant.parse(text);
        }
    },
    DAY("date", "a day such as 2026-02-20") {
        @Override
        void read(String text) {
            LocalDate.parse(text);
        }
    };

    private final String code;
    private final String wanted;

    TextFormat(String code, String wanted) {
        this.code = code;
        this.wanted = wanted;
    }

    String code() {
        return code;
    }

    String wanted() {
        return wanted;
    }

    abstract void read(String text);

    boolean fits(String text) {
        try {
            read(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
