package io.tenderhub.analytics;

/**
 * What a refresh came to.
 *
 * @param buyers in all currencies together
 */
public record SpendRefresh(int currencies, long buyers, long awards) {}
