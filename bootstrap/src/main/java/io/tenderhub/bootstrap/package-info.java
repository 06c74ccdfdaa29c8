/** The only composition root: configuration, clients, adapters, use cases; starts and closes everything. */
@NullMarked
package io.tenderhub.bootstrap;

import org.jspecify.annotations.NullMarked;
