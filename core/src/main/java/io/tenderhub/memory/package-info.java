/** Every outbound port kept in memory: for embedding without stores, and for tests. */
@NullMarked
package io.tenderhub.memory;

import org.jspecify.annotations.NullMarked;
