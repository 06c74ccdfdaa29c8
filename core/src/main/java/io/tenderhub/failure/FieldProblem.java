package io.tenderhub.failure;

import static java.util.Objects.requireNonNull;

/**
 * One thing wrong with one field of an input.
 *
 * @param path where: a dotted path with list positions, such as {@code cidb[1].grade}
 * @param message what is wrong and what would be right, in one sentence without the path
 */
public record FieldProblem(String path, String message) {
    public FieldProblem {
        requireNonNull(path);
        requireNonNull(message);
    }

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
