@NullMarked
package io.tenderhub.benchmarks.judgements;

import org.jspecify.annotations.NullMarked;
