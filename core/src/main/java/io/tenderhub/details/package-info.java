/** One tender with everything that is known about it. */
@NullMarked
package io.tenderhub.details;

import org.jspecify.annotations.NullMarked;
