@NullMarked
package io.tenderhub.quota;

import org.jspecify.annotations.NullMarked;
