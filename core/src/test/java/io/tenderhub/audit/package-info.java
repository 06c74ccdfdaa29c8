@NullMarked
package io.tenderhub.audit;

import org.jspecify.annotations.NullMarked;
