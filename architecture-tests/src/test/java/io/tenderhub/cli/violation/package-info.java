/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.cli.violation;

import org.jspecify.annotations.NullMarked;
