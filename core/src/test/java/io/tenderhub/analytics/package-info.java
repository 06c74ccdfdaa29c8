@NullMarked
package io.tenderhub.analytics;

import org.jspecify.annotations.NullMarked;
