/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.tender.violation;

import org.jspecify.annotations.NullMarked;
