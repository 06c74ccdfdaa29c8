/**
 * One contract for each outbound port of the core: an abstract JUnit class that every implementation extends and thereby
 * runs. The factory methods may be called several times in one test and always answer over the same store, which is empty
 * when a test begins.
 */
@NullMarked
package io.tenderhub.contract;

import org.jspecify.annotations.NullMarked;
