/** OCDS releases as tenders. */
@NullMarked
package io.tenderhub.feeds.ocds;

import org.jspecify.annotations.NullMarked;
