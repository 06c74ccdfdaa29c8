/** How the program fares while it runs: what those who keep it running are told. */
@NullMarked
package io.tenderhub.operation;

import org.jspecify.annotations.NullMarked;
