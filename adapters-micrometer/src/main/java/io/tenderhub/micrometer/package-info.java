/** Figures of the running program by Micrometer, for Prometheus. */
@NullMarked
package io.tenderhub.micrometer;

import org.jspecify.annotations.NullMarked;
