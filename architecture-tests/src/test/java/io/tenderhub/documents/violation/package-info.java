/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.documents.violation;

import org.jspecify.annotations.NullMarked;
