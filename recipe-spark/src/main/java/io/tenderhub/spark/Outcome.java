package io.tenderhub.spark;

import java.io.Serializable;

/**
 * What a line came to.
 *
 * @param json one line: a score, or a reject
 */
record Outcome(boolean rejected, String json) implements Serializable {}
