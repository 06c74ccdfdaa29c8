package io.tenderhub.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * A slower and larger store of answers below the first level of a {@link Cache}. It knows nothing of what an answer means or
 * whether it is still valid: the first level tells that by the answer's own bytes. It may lose any answer at any moment.
 */
public interface SecondLevel {

    /**
     * What was saved last under this key and has not expired.
     *
     * @param key any text up to some hundred letters; names the team whose answer it is, if any
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
