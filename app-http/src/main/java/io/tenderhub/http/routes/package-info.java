/** What the service offers, one class for each group of routes. */
@NullMarked
package io.tenderhub.http.routes;

import org.jspecify.annotations.NullMarked;
