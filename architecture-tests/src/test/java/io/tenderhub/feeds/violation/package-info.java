/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.feeds.violation;

import org.jspecify.annotations.NullMarked;
