package io.tenderhub.readiness;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.team.TeamId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Has the best tenders of a recalculated team ready before anybody asks. Comes behind the invalidation of the caches. */
public final class RefreshTopTenders implements EventHandler {
    private final TopTenders topTenders;

    public RefreshTopTenders(TopTenders topTenders) {
        this.topTenders = topTenders;
    }

    @Override
    public String name() {
        return "refresh-top-tenders";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.COMPANY_UPDATED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        RaisedEvent.aggregates(events).forEach(team -> topTenders.best(new TeamId(team)));
    }
}
