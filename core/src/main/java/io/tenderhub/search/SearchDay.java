package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The searches of a day.
 *
 * @param searches 1 or more
 * @param cached how many of them were answered from a cache
 * @param withoutHits how many of them found nothing
 * @param clicked after how many of them a result was looked at
 * @param millis how long all of them took together
 */
public record SearchDay(LocalDate day, long searches, long cached, long withoutHits, long clicked, long millis) {
    public SearchDay {
        requireNonNull(day);
    }
}
