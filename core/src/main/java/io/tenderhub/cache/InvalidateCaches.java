package io.tenderhub.cache;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.team.TeamId;
import io.tenderhub.workspace.WorkspaceEvents;
import io.tenderhub.workspace.WorkspaceFollowers;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends the cached answers that a change has made old. Comes behind the handlers that renew what is derived. */
public final class InvalidateCaches implements EventHandler {
    private final Cache cache;
    private final WorkspaceFollowers followers;

    /** @param followers whose workspaces show a tender that changed */
    public InvalidateCaches(Cache cache, WorkspaceFollowers followers) {
        this.cache = cache;
        this.followers = followers;
    }

    @Override
    public String name() {
        return "invalidate-caches";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.allOf(EventType.class);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Set<CacheTag> tags = new HashSet<>();
        Set<String> tenders = new HashSet<>();
        for (RaisedEvent raised : events) {
            DomainEvent event = raised.event();
            switch (event.type()) {
                case TENDER_CREATED, TENDER_UPDATED -> {
                    tenders.add(event.aggregateId());
                    tags.add(CacheTag.tender(event.aggregateId()));
                    tags.add(CacheTag.SEARCHES);
                    tags.add(CacheTag.TOP_TENDERS);
                }
                case COMPANY_UPDATED, TEAM_CREATED, TEAM_DELETED ->
                    tags.add(CacheTag.team(new TeamId(event.aggregateId())));
                case WORKSPACE_SAVED, WORKSPACE_CHANGED -> {
                    event.team().map(CacheTag::workspace).ifPresent(tags::add);
                    if (WorkspaceEvents.bearOnScore(event)) {
                        event.team().map(CacheTag::team).ifPresent(tags::add);
                    }
                }
                // No answer that is kept tells of matches.
                case SEARCH_MATCHED, SEARCH_DIGEST -> {}
                // It may have been the plan that changed, and with it what the team's answers may hold.
                case USER_ACTIVITY -> event.team().map(CacheTag::team).ifPresent(tags::add);
            }
        }
        if (!tenders.isEmpty()) {
            followers.of(tenders).forEach(team -> tags.add(CacheTag.workspace(team)));
        }
        cache.invalidate(tags);
    }
}
