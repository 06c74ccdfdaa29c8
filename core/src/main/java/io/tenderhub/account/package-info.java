/** Users: who they are, how they prove it, and how long that counts. */
@NullMarked
package io.tenderhub.account;

import org.jspecify.annotations.NullMarked;
