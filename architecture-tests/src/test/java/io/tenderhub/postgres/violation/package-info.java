/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.postgres.violation;

import org.jspecify.annotations.NullMarked;
