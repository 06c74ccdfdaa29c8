package io.tenderhub.event;

/**
 * How many events there are.
 *
 * @param waiting not yet handed on and not parked, leased ones included
 * @param parked set aside after too many attempts
 * @param published handed on and not yet purged
 */
public record OutboxDepth(long waiting, long parked, long published) {}
