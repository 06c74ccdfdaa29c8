package io.tenderhub.team;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Goes on with registrations and removals that were left half-way, from the step they came to. */
public final class FinishTeams implements EventHandler {
    private final TeamSagaSteps steps;

    FinishTeams(TeamSagaSteps steps) {
        this.steps = steps;
    }

    @Override
    public String name() {
        return "finish-teams";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.TEAM_CREATED, EventType.TEAM_DELETED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        for (RaisedEvent raised : events) {
            DomainEvent event = raised.event();
            TeamId team = new TeamId(event.aggregateId());
            if (!steps.knows(team)) {
                continue;
            }
            steps.all(team);
            if (event.type() == EventType.TEAM_DELETED) {
                steps.sweep(team);
            }
        }
    }
}
