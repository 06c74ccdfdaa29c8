package io.tenderhub.campaign;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;

/**
 * What a campaign does.
 *
 * @param changes of tenders, 1 or more
 * @param span over which the changes are spread
 * @param seed of every choice; the timing of processes stays their own
 * @param workers side by side, 1 or more
 * @param lease of the workers, in whole seconds
 * @param patience how long the backlog may take to drain once everything is up again
 */
record Plan(int changes, Duration span, long seed, int workers, Duration lease, Duration patience) {
    static final String USAGE = "usage: run [--changes N] [--seconds S] [--seed X] [--workers N]";

    Plan {
        if (changes < 1 || workers < 1 || lease.toSeconds() < 1) {
            throw new IllegalArgumentException("a campaign has a change, a worker and a lease of a second at least");
        }
    }

    static Plan ofSeed(long seed) {
        return new Plan(10_000, Duration.ofSeconds(180), seed, 3, Duration.ofSeconds(2), Duration.ofMinutes(10));
    }

    Plan withChanges(int value, Duration over) {
        return new Plan(value, over, seed, workers, lease, patience);
    }

    Plan withPatience(Duration value) {
        return new Plan(changes, span, seed, workers, lease, value);
    }

    /**
     * @param seed where the arguments name none
     * @throws IllegalArgumentException if they can't be understood
     */
    static Plan of(String[] arguments, long seed) {
        Plan plan = ofSeed(seed);
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            long value = Long.parseLong(words.next());
            plan = switch (option) {
                case "--changes" -> plan.withChanges(Math.toIntExact(value), plan.span);
                case "--seconds" -> plan.withChanges(plan.changes, Duration.ofSeconds(value));
                case "--seed" -> new Plan(plan.changes, plan.span, value, plan.workers, plan.lease, plan.patience);
                case "--workers" ->
                    new Plan(plan.changes, plan.span, plan.seed, Math.toIntExact(value), plan.lease, plan.patience);
                default -> throw new IllegalArgumentException("there is no " + option);
            };
        }
        return plan;
    }
}
