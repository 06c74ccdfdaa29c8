/** Searches that a team saves, and how it is told of tenders that begin to match them. */
@NullMarked
package io.tenderhub.alert;

import org.jspecify.annotations.NullMarked;
