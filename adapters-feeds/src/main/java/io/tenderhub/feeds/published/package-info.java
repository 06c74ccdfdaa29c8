/** Fields as publishers write them: read leniently, with a warning for each quirk. */
@NullMarked
package io.tenderhub.feeds.published;

import org.jspecify.annotations.NullMarked;
