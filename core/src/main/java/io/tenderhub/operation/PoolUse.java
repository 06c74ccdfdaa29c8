package io.tenderhub.operation;

/**
 * What the connections to a store do just now.
 *
 * @param active in use
 * @param idle open and unused
 * @param waiting threads that wait for one
 * @param most how many there may be
 */
public record PoolUse(int active, int idle, int waiting, int most) {}
