@NullMarked
package io.tenderhub.spark;

import org.jspecify.annotations.NullMarked;
