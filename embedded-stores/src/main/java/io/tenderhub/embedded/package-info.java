/** PostgreSQL, Redis and a MongoDB-compatible server, started by this program and ended with it. */
@NullMarked
package io.tenderhub.embedded;

import org.jspecify.annotations.NullMarked;
