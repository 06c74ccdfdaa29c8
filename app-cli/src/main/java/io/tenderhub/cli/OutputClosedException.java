package io.tenderhub.cli;

import java.io.IOException;

/** Standard output takes no more. */
final class OutputClosedException extends RuntimeException {
    OutputClosedException(IOException cause) {
        super(cause);
    }
}
