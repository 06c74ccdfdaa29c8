package io.tenderhub.campaign;

import java.util.concurrent.atomic.AtomicLong;

/** What was done, counted while it is done. */
final class Tally {
    final AtomicLong changes = new AtomicLong();
    final AtomicLong changesBySql = new AtomicLong();
    final AtomicLong outdatedReleases = new AtomicLong();
    final AtomicLong profileChanges = new AtomicLong();
    final AtomicLong kills = new AtomicLong();
    final AtomicLong freezes = new AtomicLong();
    final AtomicLong endedByThemselves = new AtomicLong();
    final AtomicLong mongoOutages = new AtomicLong();
    final AtomicLong redisOutages = new AtomicLong();
    final AtomicLong reads = new AtomicLong();

    /** Events that the truth must have raised. */
    long events() {
        return changes.get() + changesBySql.get() + profileChanges.get();
    }
}
