/** Locks across nodes, with fencing numbers. */
@NullMarked
package io.tenderhub.lock;

import org.jspecify.annotations.NullMarked;
