@NullMarked
package io.tenderhub.team;

import org.jspecify.annotations.NullMarked;
