package io.tenderhub.consistency;

/**
 * What a rebuild has done so far, or in all.
 *
 * @param tenders whose derived documents were made anew, in this run
 * @param expected how many there were to do in this run, about
 * @param documentsDeleted that fitted no tender or team, or a version that the truth does not have
 * @param leftToWorkers tenders that could not be handled just now; an event waits for each of them
 */
public record RebuildResult(long tenders, long expected, long documentsDeleted, long leftToWorkers) {}
