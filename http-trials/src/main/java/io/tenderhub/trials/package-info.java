/** Tries the HTTP service from outside: everything it does is held against the description it serves. */
@NullMarked
package io.tenderhub.trials;

import org.jspecify.annotations.NullMarked;
