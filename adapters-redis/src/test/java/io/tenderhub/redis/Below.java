package io.tenderhub.redis;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A second level that tests can look into and take away. */
final class Below implements SecondLevel, SecondLevel.Answers {
    final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    volatile boolean away;
    volatile Duration lastTimeToLive = Duration.ZERO;

    @Override
    public Answers forTeam(TeamId team) {
        return this;
    }

    @Override
    public Answers forEverybody() {
        return this;
    }

    @Override
    public Optional<byte[]> find(String key) {
        mustBeThere();
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public void save(String key, byte[] answer, Duration timeToLive) {
        mustBeThere();
        lastTimeToLive = timeToLive;
        answers.put(key, answer);
    }

    private void mustBeThere() {
        if (away) {
            throw new UnavailableException("the second level", "the test took it away", null);
        }
    }
}
