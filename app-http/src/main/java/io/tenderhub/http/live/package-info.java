/** News as server-sent events. */
@NullMarked
package io.tenderhub.http.live;

import org.jspecify.annotations.NullMarked;
