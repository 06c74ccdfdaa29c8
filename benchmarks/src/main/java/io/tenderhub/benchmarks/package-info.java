/** Measurements: a generator of large files, and JMH benchmarks of the hot functions. */
@NullMarked
package io.tenderhub.benchmarks;

import org.jspecify.annotations.NullMarked;
