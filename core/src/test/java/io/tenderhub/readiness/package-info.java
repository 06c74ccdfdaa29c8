@NullMarked
package io.tenderhub.readiness;

import org.jspecify.annotations.NullMarked;
