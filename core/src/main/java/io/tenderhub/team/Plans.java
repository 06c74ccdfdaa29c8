package io.tenderhub.team;

import io.tenderhub.failure.NotFoundException;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The plans there are, by name. */
public final class Plans {
    private final Map<String, Plan> byName;

    /**
     * @param plans in the order to show them
     * @throws IllegalArgumentException if there are none, or two of one name
     */
    public Plans(Collection<Plan> plans) {
        Map<String, Plan> known = new LinkedHashMap<>();
        for (Plan plan : plans) {
            if (known.put(plan.name(), plan) != null) {
                throw new IllegalArgumentException("there are two plans called " + plan.name());
            }
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException("there is at least one plan");
        }
        byName = Collections.unmodifiableMap(known);
    }

    /** {@code free}, {@code basic} and {@code pro}, for whoever sets no others. */
    public static Plans standard() {
        return new Plans(List.of(
                new Plan(
                        "free",
                        OptionalInt.of(1),
                        OptionalInt.of(10),
                        Optional.of(new QuotaRule(3, QuotaPeriod.WEEK)),
                        Set.of()),
                new Plan(
                        "basic",
                        OptionalInt.of(3),
                        OptionalInt.of(200),
                        Optional.empty(),
                        Set.of(Feature.SUMMARIES, Feature.READINESS)),
                new Plan("pro", OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Set.of(Feature.values()))));
    }

    /** In the order they were given. */
    public List<Plan> all() {
        return List.copyOf(byName.values());
    }

    /** What a team has that nobody has given another. */
    public Plan first() {
        return byName.values().iterator().next();
    }

    public Optional<Plan> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws NotFoundException if no plan is called so */
    public Plan require(String name) {
        return find(name).orElseThrow(() -> new NotFoundException("plan", name));
    }

    /** @throws NotFoundException if the team's plan is not among these */
    public Plan of(Team team) {
        return require(team.plan());
    }
}
