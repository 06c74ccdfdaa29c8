/** Tenders that say nearly the same, as those do that are advertised again. */
@NullMarked
package io.tenderhub.duplicate;

import org.jspecify.annotations.NullMarked;
