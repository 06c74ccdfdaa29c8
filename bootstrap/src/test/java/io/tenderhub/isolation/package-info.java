/** Tries in every way to get from one team to another. */
@NullMarked
package io.tenderhub.isolation;

import org.jspecify.annotations.NullMarked;
