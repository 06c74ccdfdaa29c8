/** What texts mean, by the sentence model all-MiniLM-L6-v2, run in the process. */
@NullMarked
package io.tenderhub.minilm;

import org.jspecify.annotations.NullMarked;
