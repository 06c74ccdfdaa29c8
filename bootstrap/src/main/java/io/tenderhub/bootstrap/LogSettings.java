package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

/**
 * How the program logs.
 *
 * @param json whether each line is an object; else a text
 * @param level such as {@code WARN}
 * @param access whether each request is logged
 */
public record LogSettings(boolean json, String level, boolean access) {
    public LogSettings {
        requireNonNull(level);
    }
}
