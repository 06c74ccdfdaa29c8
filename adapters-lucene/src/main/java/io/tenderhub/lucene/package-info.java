/** An index of what tenders mean, below a folder of this node, by Lucene. */
@NullMarked
package io.tenderhub.lucene;

import org.jspecify.annotations.NullMarked;
