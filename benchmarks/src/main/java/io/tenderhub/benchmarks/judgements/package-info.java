/** How well tenders are found, held against judgements of people. */
@NullMarked
package io.tenderhub.benchmarks.judgements;

import org.jspecify.annotations.NullMarked;
