/** The command line {@code tenderhub}: one class a command, composed over the use cases. */
@NullMarked
package io.tenderhub.cli;

import org.jspecify.annotations.NullMarked;
