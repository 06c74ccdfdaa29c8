@NullMarked
package io.tenderhub.json;

import org.jspecify.annotations.NullMarked;
