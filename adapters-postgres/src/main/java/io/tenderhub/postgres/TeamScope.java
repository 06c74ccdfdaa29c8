package io.tenderhub.postgres;

import io.tenderhub.team.TeamId;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** An open transaction that was opened for this team; what is had through it names the team in every statement, too. */
record TeamScope(Transaction transaction, TeamId team) {

    <T> T run(String what, Function<Handle, T> statements) {
        return transaction.run(what + " of team " + team, statements);
    }

    Names names() {
        return transaction.database().names();
    }
}
