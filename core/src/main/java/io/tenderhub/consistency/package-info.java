/** Whether what is derived still fits the truth; repairing it, and making all of it anew. */
@NullMarked
package io.tenderhub.consistency;

import org.jspecify.annotations.NullMarked;
