/** How tenders are found: by their words, by what they mean, by both; and what may help whoever looks. */
@NullMarked
package io.tenderhub.search;

import org.jspecify.annotations.NullMarked;
