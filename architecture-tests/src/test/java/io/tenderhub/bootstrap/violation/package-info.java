/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.bootstrap.violation;

import org.jspecify.annotations.NullMarked;
