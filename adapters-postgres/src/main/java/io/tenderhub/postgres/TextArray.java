package io.tenderhub.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Binds a {@code text[]}, whose members may be null. */
record TextArray(@Nullable String[] texts) implements Argument {

    static <T> TextArray of(List<T> items, Function<? super T, @Nullable String> text) {
        return new TextArray(items.stream().map(text).toArray(String[]::new));
    }

    static TextArray of(List<String> texts) {
        return new TextArray(texts.toArray(String[]::new));
    }

    /** Each once, without those that no row has. */
    static List<String> possible(Collection<String> texts) {
        return texts.stream().filter(text -> !isImpossible(text)).distinct().toList();
    }

    /** Whether it holds a NUL: PostgreSQL has no such character, so no row has it either. */
    static boolean isImpossible(String text) {
        return text.indexOf('\0') >= 0;
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
    }
}
