@NullMarked
package io.tenderhub.account;

import org.jspecify.annotations.NullMarked;
