/** Reads what publishers publish into tenders; {@link io.tenderhub.feeds.FeedsAdapter} is the way in. */
@NullMarked
package io.tenderhub.feeds;

import org.jspecify.annotations.NullMarked;
