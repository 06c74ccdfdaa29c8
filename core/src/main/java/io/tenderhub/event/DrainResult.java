package io.tenderhub.event;

/**
 * What a relay did until nothing was due.
 *
 * @param completed events that every handler has handled
 * @param retried failures that are tried again later; one event may fail several times
 * @param parked events set aside after too many failures
 * @param lost events whose lease ran out before they were done; another worker has them
 */
public record DrainResult(long completed, long retried, long parked, long lost) {}
