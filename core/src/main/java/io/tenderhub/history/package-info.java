/** What a tender said before, and what changed from one version to the next. */
@NullMarked
package io.tenderhub.history;

import org.jspecify.annotations.NullMarked;
