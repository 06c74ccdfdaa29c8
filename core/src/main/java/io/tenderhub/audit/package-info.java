/** Who did what in a team, and when. */
@NullMarked
package io.tenderhub.audit;

import org.jspecify.annotations.NullMarked;
