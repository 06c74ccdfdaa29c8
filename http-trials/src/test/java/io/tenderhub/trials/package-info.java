@NullMarked
package io.tenderhub.trials;

import org.jspecify.annotations.NullMarked;
