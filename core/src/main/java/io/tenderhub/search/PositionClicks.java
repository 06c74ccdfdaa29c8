package io.tenderhub.search;

/**
 * How often a result at this position was looked at.
 *
 * @param position on the first page, 1 for its first result
 * @param shown in how many searches there was a result at this position
 * @param clicks how many of those results were looked at; more than were shown if somebody told of others
 */
public record PositionClicks(int position, long shown, long clicks) {}
