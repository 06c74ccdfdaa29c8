package io.tenderhub.cache;

import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.Optional;

/**
 * A slower and larger store of answers below the first level of a {@link Cache}. It knows nothing of what an answer means or
 * whether it is still valid: the first level tells that by the answer's own bytes. It may lose any answer at any moment. The
 * answers of a team are reachable only by opening it for that team.
 */
public interface SecondLevel {

    Answers forTeam(TeamId team);

    /** The answers that are nobody's own. */
    Answers forEverybody();

    /** Answers of one owner; the same key is another answer elsewhere. */
    interface Answers {

        /**
         * What was saved last under this key and has not expired.
         *
         * @param key any text up to some hundred letters
         * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
         */
        Optional<byte[]> find(String key);

        /**
         * Keeps an answer in the place of an older one.
         *
         * @param timeToLive above zero; after it the answer is not found any more
         * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
         */
        void save(String key, byte[] answer, Duration timeToLive);
    }
}
