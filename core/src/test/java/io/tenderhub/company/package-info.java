@NullMarked
package io.tenderhub.company;

import org.jspecify.annotations.NullMarked;
