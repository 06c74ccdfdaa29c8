package io.tenderhub.analytics;

/**
 * What a refresh came to.
 *
 * @param buyers in all currencies together, those without a name as one
 * @param withoutValue awards in force that count nowhere
 */
public record SpendRefresh(int currencies, long buyers, long awards, long withoutValue) {}
