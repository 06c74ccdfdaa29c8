/** Merging of OCDS releases by the rules that the release schema states. */
@NullMarked
package io.tenderhub.feeds.merge;

import org.jspecify.annotations.NullMarked;
