/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.redis.violation;

import org.jspecify.annotations.NullMarked;
