/** What may vanish: cached answers and their invalidation. */
@NullMarked
package io.tenderhub.cache;

import org.jspecify.annotations.NullMarked;
