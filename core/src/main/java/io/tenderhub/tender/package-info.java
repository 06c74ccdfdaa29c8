/** Public tenders: their values, how they are found, and where they are kept. */
@NullMarked
package io.tenderhub.tender;

import org.jspecify.annotations.NullMarked;
