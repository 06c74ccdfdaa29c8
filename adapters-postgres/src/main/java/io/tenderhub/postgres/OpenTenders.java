package io.tenderhub.postgres;

import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/** Tenders that have not closed by an instant, or have no closing time. */
final class OpenTenders {
    static final String CONDITION =
            "(closes_at IS NULL OR (closes_at, closes_nanos) > (:now::timestamptz, :now_nanos::smallint))";

    private OpenTenders() {}

    static <S extends SqlStatement<S>> S by(Instant now, S statement) {
        Instant bound = Times.clamp(now);
        return statement.bind("now", Times.text(bound)).bind("now_nanos", Times.nanos(bound));
    }
}
