/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.minilm.violation;

import org.jspecify.annotations.NullMarked;
