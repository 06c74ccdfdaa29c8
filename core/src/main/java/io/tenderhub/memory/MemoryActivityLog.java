package io.tenderhub.memory;

import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps so many activities; the one that was told first goes first. */
final class MemoryActivityLog implements ActivityLog {
    private static final int MOST_KEPT = 10_000;
    private static final Comparator<Activity> NEWEST_FIRST =
            Comparator.comparing(Activity::at).reversed().thenComparing(Activity::id);

    private final Map<String, Activity> activities = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Activity> eldest) {
            return size() > MOST_KEPT;
        }
    };

    @Override
    public synchronized void record(List<Activity> newActivities) {
        newActivities.forEach(activity -> activities.putIfAbsent(activity.id(), activity));
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public TeamActivities forTeam(TeamId team) {
        return limit -> latest(Optional.of(team), limit);
    }

    @Override
    public List<Activity> latestPublic(int limit) {
        return latest(Optional.empty(), limit);
    }

    /** Those of the team before then. */
    synchronized void forget(TeamId team, Instant before) {
        activities
                .values()
                .removeIf(activity -> activity.team().equals(Optional.of(team))
                        && activity.at().isBefore(before));
    }

    private synchronized List<Activity> latest(Optional<TeamId> team, int limit) {
        return activities.values().stream()
                .filter(activity -> activity.team().equals(team))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }
}
