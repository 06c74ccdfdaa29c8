/** Requests that may come twice, and must do what they do once. */
@NullMarked
package io.tenderhub.idempotency;

import org.jspecify.annotations.NullMarked;
