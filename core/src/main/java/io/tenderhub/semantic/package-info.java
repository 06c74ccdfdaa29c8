/** What tenders mean: their texts as vectors, an index of these that follows the truth, and finding by it. */
@NullMarked
package io.tenderhub.semantic;

import org.jspecify.annotations.NullMarked;
