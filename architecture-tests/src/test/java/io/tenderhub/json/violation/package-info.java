/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.json.violation;

import org.jspecify.annotations.NullMarked;
