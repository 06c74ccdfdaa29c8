/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.lucene.violation;

import org.jspecify.annotations.NullMarked;
