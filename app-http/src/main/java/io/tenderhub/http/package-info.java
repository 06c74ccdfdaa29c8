/** The HTTP service: routes over the use cases, problem details for every error. */
@NullMarked
package io.tenderhub.http;

import org.jspecify.annotations.NullMarked;
