package io.tenderhub.spark;

import java.io.Serializable;
import java.time.Instant;

/**
 * What is asked of every tender, in a form that travels to where it is asked.
 *
 * @param profile of the company, as JSON, because the core's values know of no way to travel
 * @param asOf the instant as of which all partitions score, wherever and whenever they do
 */
record Question(String profile, Instant asOf, boolean briefingAttended) implements Serializable {}
