package io.tenderhub.event;

/**
 * What a relay did.
 *
 * @param completed events that every handler has handled
 * @param retried failures that are tried again later; one event may fail several times
 * @param postponed how often an event was put off for a reason that was not its own, such as a store that was away
 * @param parked events set aside after too many failures
 * @param lost events whose lease ran out before they were done; another worker has them
 */
public record DrainResult(long completed, long retried, long postponed, long parked, long lost) {}
