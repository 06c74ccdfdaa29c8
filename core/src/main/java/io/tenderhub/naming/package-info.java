/** How stores name what they keep. */
@NullMarked
package io.tenderhub.naming;

import org.jspecify.annotations.NullMarked;
