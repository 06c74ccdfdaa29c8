package io.tenderhub.campaign;

import java.time.Duration;
import java.util.List;

/**
 * What a campaign did and found.
 *
 * @param drained how long the backlog took to drain once everything was up again
 */
record Report(
        Plan plan,
        int tenders,
        Tally tally,
        OutboxRows.State outbox,
        Duration fed,
        Duration drained,
        List<Difference> differences) {
    private static final int MOST_SHOWN = 20;

    boolean clean() {
        return differences.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("seed                          %d%n".formatted(plan.seed()));
        line(text, "tender changes", tally.changes.get());
        line(text, "  of tenders", tenders);
        line(text, "changes by plain SQL besides", tally.changesBySql.get());
        line(text, "releases that came too late", tally.outdatedReleases.get());
        line(text, "profile changes", tally.profileChanges.get());
        line(text, "workers", plan.workers());
        line(text, "  killed (kill -9)", tally.kills.get());
        line(text, "  frozen beyond their lease", tally.freezes.get());
        line(text, "  ended by themselves", tally.endedByThemselves.get());
        line(text, "outages of MongoDB", tally.mongoOutages.get());
        line(text, "outages of Redis", tally.redisOutages.get());
        line(text, "reads meanwhile", tally.reads.get());
        line(text, "events raised", outbox.all());
        line(text, "  handed on", outbox.published());
        line(text, "  taken up more than once", outbox.repeated());
        line(text, "  waiting", outbox.waiting());
        line(text, "  parked", outbox.parked());
        line(text, "milliseconds of harm", fed.toMillis());
        line(text, "milliseconds to drain", drained.toMillis());
        line(text, "differences", differences.size());
        differences.stream()
                .limit(MOST_SHOWN)
                .forEach(each -> text.append("  ").append(each).append(System.lineSeparator()));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long count) {
        text.append("%-28s %,10d%n".formatted(what, count));
    }
}
