package io.tenderhub.memory;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps so many answers; the one used least recently goes first. */
final class MemorySecondLevel implements SecondLevel {
    private static final int MOST_ANSWERS = 10_000;

    private record Answer(byte[] bytes, Instant expires) {}

    /** @param owner empty for everybody's */
    private record Key(Optional<TeamId> owner, String text) {}

    private final Clock clock;
    private final Map<Key, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    };

    MemorySecondLevel(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Answers forTeam(TeamId team) {
        return new Owned(Optional.of(team));
    }

    @Override
    public Answers forEverybody() {
        return new Owned(Optional.empty());
    }

    synchronized void forget(TeamId team) {
        answers.keySet().removeIf(key -> key.owner().equals(Optional.of(team)));
    }

    private synchronized Optional<byte[]> find(Key key) {
        return Optional.ofNullable(answers.get(key))
                .filter(answer -> clock.instant().isBefore(answer.expires()))
                .map(answer -> answer.bytes().clone());
    }

    private synchronized void save(Key key, byte[] answer, Duration timeToLive) {
        answers.put(key, new Answer(answer.clone(), clock.instant().plus(timeToLive)));
    }

    private final class Owned implements Answers {
        private final Optional<TeamId> owner;

        private Owned(Optional<TeamId> owner) {
            this.owner = owner;
        }

        @Override
        public Optional<byte[]> find(String key) {
            return MemorySecondLevel.this.find(new Key(owner, key));
        }

        @Override
        public void save(String key, byte[] answer, Duration timeToLive) {
            MemorySecondLevel.this.save(new Key(owner, key), answer, timeToLive);
        }
    }
}
