package io.tenderhub.alert;

import io.tenderhub.account.UserId;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.team.Actor;
import io.tenderhub.team.TeamId;
import java.util.Map;
import java.util.Optional;

/** What a team and its programs are told of its saved searches and of what matches them. */
public final class AlertEvents {
    private static final String ALERT = "alert";

    private AlertEvents() {}

    /** Names the tender as what it is about, and the search beside. */
    static DomainEvent matched(NewMatch match) {
        return new DomainEvent(
                EventType.SEARCH_MATCHED,
                match.ocid(),
                Optional.of(match.team()),
                Map.of(
                        "search",
                        match.search(),
                        "name",
                        match.name(),
                        ALERT,
                        match.alert().code()));
    }

    /** Is about the instant from which on to ask for the matches. */
    static DomainEvent digest(TeamId team, DigestContents contents) {
        return new DomainEvent(
                EventType.SEARCH_DIGEST,
                contents.since().toString(),
                Optional.of(team),
                Map.of("matches", "" + contents.matches(), "searches", "" + contents.searches()));
    }

    /** @param action as in the audit trail */
    static DomainEvent edited(Actor actor, String action, String search) {
        return new DomainEvent(
                EventType.USER_ACTIVITY,
                actor.user().map(UserId::value).orElse(actor.name()),
                Optional.of(actor.team()),
                Map.of("action", action, "subject", search));
    }

    /** Whether this tells of a match that waits for the digest, so that nobody is to be told of it by itself. */
    public static boolean waitForDigest(DomainEvent event) {
        return event.type() == EventType.SEARCH_MATCHED
                && Alert.DAILY_DIGEST.code().equals(event.payload().get(ALERT));
    }
}
