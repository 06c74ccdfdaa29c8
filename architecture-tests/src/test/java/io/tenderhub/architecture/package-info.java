/** Keeps the house as it is drawn. */
@NullMarked
package io.tenderhub.architecture;

import org.jspecify.annotations.NullMarked;
