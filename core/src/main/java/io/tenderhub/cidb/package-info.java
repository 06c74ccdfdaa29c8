/** The contractor grading of the South African Construction Industry Development Board (CIDB). */
@NullMarked
package io.tenderhub.cidb;

import org.jspecify.annotations.NullMarked;
