package io.tenderhub.memory;

import io.tenderhub.cache.SecondLevel;
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

    private final Clock clock;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    };

    MemorySecondLevel(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<byte[]> find(String key) {
        return Optional.ofNullable(answers.get(key))
                .filter(answer -> clock.instant().isBefore(answer.expires()))
                .map(answer -> answer.bytes().clone());
    }

    @Override
    public synchronized void save(String key, byte[] answer, Duration timeToLive) {
        answers.put(key, new Answer(answer.clone(), clock.instant().plus(timeToLive)));
    }
}
