/** What the server takes on at once, whom it lets go, and how it ends. */
@NullMarked
package io.tenderhub.http.server;

import org.jspecify.annotations.NullMarked;
