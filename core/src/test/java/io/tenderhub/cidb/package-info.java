@NullMarked
package io.tenderhub.cidb;

import org.jspecify.annotations.NullMarked;
