@NullMarked
package io.tenderhub.argon2;

import org.jspecify.annotations.NullMarked;
