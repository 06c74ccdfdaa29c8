/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.micrometer.violation;

import org.jspecify.annotations.NullMarked;
