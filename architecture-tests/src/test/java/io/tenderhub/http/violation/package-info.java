/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.http.violation;

import org.jspecify.annotations.NullMarked;
