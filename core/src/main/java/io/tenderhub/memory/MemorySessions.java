package io.tenderhub.memory;

import io.tenderhub.account.Secret;
import io.tenderhub.account.Session;
import io.tenderhub.account.SessionLife;
import io.tenderhub.account.SessionStore;
import io.tenderhub.account.SessionToken;
import io.tenderhub.account.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sessions by the hashes of their tokens, of each user. */
final class MemorySessions implements SessionStore {
    private final Clock clock;
    private final RandomGenerator random;
    private final SessionLife life;
    private final Map<UserId, Map<String, Session>> sessions = new HashMap<>();

    MemorySessions(Clock clock, RandomGenerator random, SessionLife life) {
        this.clock = clock;
        this.random = random;
        this.life = life;
    }

    @Override
    public synchronized Secret open(UserId user) {
        SessionToken token = SessionToken.create(user, random);
        Instant now = now();
        sessions.values().forEach(ofUser -> ofUser.values().removeIf(session -> hasEnded(session, now)));
        sessions.values().removeIf(Map::isEmpty);
        sessions.computeIfAbsent(user, key -> new HashMap<>())
                .put(token.hash(), new Session(user, now, now.plus(life.unused())));
        return token.text();
    }

    @Override
    public synchronized Optional<Session> use(Secret token) {
        Instant now = now();
        return SessionToken.read(token)
                .flatMap(shown -> Optional.ofNullable(sessions.getOrDefault(shown.user(), new HashMap<>())
                        .computeIfPresent(
                                shown.hash(), (hash, session) -> hasEnded(session, now) ? null : used(session, now))));
    }

    private Session used(Session session, Instant now) {
        Instant unused = now.plus(life.unused());
        Instant longest = session.openedAt().plus(life.longest());
        return new Session(session.user(), session.openedAt(), unused.isBefore(longest) ? unused : longest);
    }

    @Override
    public synchronized boolean revoke(Secret token) {
        Instant now = now();
        return SessionToken.read(token)
                .map(shown ->
                        sessions.getOrDefault(shown.user(), new HashMap<>()).remove(shown.hash()))
                .filter(session -> !hasEnded(session, now))
                .isPresent();
    }

    @Override
    public synchronized int revokeAll(UserId user) {
        Instant now = now();
        Map<String, Session> revoked = sessions.remove(user);
        return revoked == null
                ? 0
                : (int) revoked.values().stream()
                        .filter(session -> !hasEnded(session, now))
                        .count();
    }

    private static boolean hasEnded(Session session, Instant now) {
        return !now.isBefore(session.endsAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
