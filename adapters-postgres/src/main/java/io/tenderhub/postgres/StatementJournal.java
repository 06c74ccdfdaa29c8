package io.tenderhub.postgres;

import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells of each statement that was run, by its wording, which holds no values. */
final class StatementJournal implements SqlLogger {
    private final StoreJournal journal;
    private final StatementWords words;

    StatementJournal(StoreJournal journal, StatementWords words) {
        this.journal = journal;
        this.words = words;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        tell(context, true);
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        tell(context, false);
    }

    private void tell(StatementContext context, boolean answered) {
        // Before it ran there is no time that it took, as where no connection was there to prepare it on.
        if (context.getExecutionMoment() != null) {
            StatementWords.Words said = words.of(String.valueOf(context.getRenderedSql()));
            Duration took = Duration.ofNanos(context.getElapsedTime(ChronoUnit.NANOS));
            journal.called(new StoreCall(said.operation(), said.table(), took, answered, said.wording()));
        }
    }
}
