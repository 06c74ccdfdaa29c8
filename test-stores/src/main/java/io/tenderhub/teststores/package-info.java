/** The stores that tests run against. */
@NullMarked
package io.tenderhub.teststores;

import org.jspecify.annotations.NullMarked;
