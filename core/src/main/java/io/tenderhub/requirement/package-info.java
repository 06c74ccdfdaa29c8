/** What a tender asks of its bidders, found in its words. */
@NullMarked
package io.tenderhub.requirement;

import org.jspecify.annotations.NullMarked;
