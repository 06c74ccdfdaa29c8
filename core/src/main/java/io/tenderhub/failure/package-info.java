/** The failures a caller can meet; adapters translate their drivers' exceptions into these. */
@NullMarked
package io.tenderhub.failure;

import org.jspecify.annotations.NullMarked;
