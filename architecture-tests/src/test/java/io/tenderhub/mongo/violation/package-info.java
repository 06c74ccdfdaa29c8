/** Deliberate violations that prove the rules. */
@NullMarked
package io.tenderhub.mongo.violation;

import org.jspecify.annotations.NullMarked;
