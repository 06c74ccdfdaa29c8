@NullMarked
package io.tenderhub.workspace;

import org.jspecify.annotations.NullMarked;
