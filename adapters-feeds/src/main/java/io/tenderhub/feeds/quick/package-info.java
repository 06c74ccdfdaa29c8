/** Releases on one line each, read straight from their bytes into tenders for work that scores. */
@NullMarked
package io.tenderhub.feeds.quick;

import org.jspecify.annotations.NullMarked;
