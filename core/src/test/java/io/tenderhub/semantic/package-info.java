@NullMarked
package io.tenderhub.semantic;

import org.jspecify.annotations.NullMarked;
