@NullMarked
package io.tenderhub.schedule;

import org.jspecify.annotations.NullMarked;
