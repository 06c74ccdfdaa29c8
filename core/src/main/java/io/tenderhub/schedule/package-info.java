/** Work that is done at set times, once in a cluster. */
@NullMarked
package io.tenderhub.schedule;

import org.jspecify.annotations.NullMarked;
