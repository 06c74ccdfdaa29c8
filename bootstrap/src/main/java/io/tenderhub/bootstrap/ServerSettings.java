package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What the HTTP server takes on and when it gives up.
 *
 * @param requestsAtOnce requests that are worked on at the same time
 * @param requestsWaiting requests that wait for their turn; what comes beyond is refused
 * @param longestWait for a turn
 * @param connections open at the same time; further ones are accepted when others have ended
 * @param idle after which a connection on which nothing moves is closed
 * @param head in which the head of a request must have come as a whole
 * @param bytesPerSecond with which a body comes and an answer is taken, at least; 0 for any
 * @param pauseBeforeStop in which a service that is told to end still answers and says that it is not ready any more
 * @param longestStop how long requests in flight may take to end
 */
public record ServerSettings(
        int requestsAtOnce,
        int requestsWaiting,
        Duration longestWait,
        int connections,
        Duration idle,
        Duration head,
        int bytesPerSecond,
        Duration pauseBeforeStop,
        Duration longestStop) {
    public ServerSettings {
        requireNonNull(longestWait);
        requireNonNull(idle);
        requireNonNull(head);
        requireNonNull(pauseBeforeStop);
        requireNonNull(longestStop);
    }
}
