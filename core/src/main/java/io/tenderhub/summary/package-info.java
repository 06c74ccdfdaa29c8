/** Short accounts of tenders that never say more than their source. */
@NullMarked
package io.tenderhub.summary;

import org.jspecify.annotations.NullMarked;
