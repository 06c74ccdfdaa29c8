/** The tenders a team follows together, edited by many at once. */
@NullMarked
package io.tenderhub.workspace;

import org.jspecify.annotations.NullMarked;
