/** How ready a company is for a tender, and why. */
@NullMarked
package io.tenderhub.readiness;

import org.jspecify.annotations.NullMarked;
