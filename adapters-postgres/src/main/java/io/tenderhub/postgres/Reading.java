package io.tenderhub.postgres;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where statements that only read, on what belongs to no team, are run. */
interface Reading {
    <T> T run(String subject, Function<Handle, T> statements);
}
