@NullMarked
package io.tenderhub.postgres;

import org.jspecify.annotations.NullMarked;
