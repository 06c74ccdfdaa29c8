/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.argon2.violation;

import org.jspecify.annotations.NullMarked;
