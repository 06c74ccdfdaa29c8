/**
 * The one way to declare a route: who may ask, what is sent, what is answered. From a declaration come the route itself, the checks of
 * what is sent, and the OpenAPI document.
 */
@NullMarked
package io.tenderhub.http.endpoint;

import org.jspecify.annotations.NullMarked;
