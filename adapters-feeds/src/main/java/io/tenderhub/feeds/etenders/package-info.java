/** The South African eTenders portal's own listings as tenders. */
@NullMarked
package io.tenderhub.feeds.etenders;

import org.jspecify.annotations.NullMarked;
