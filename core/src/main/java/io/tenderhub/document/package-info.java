/** Documents that somebody hands in, and the text that is in them. */
@NullMarked
package io.tenderhub.document;

import org.jspecify.annotations.NullMarked;
