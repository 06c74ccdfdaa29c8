/** Which tenders people look at and save. */
@NullMarked
package io.tenderhub.popularity;

import org.jspecify.annotations.NullMarked;
