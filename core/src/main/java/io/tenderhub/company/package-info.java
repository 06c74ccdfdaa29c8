/** Company profiles: what a bidding company is and can show. */
@NullMarked
package io.tenderhub.company;

import org.jspecify.annotations.NullMarked;
