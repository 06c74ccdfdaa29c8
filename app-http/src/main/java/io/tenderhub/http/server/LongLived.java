package io.tenderhub.http.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that stay open for as long as the client likes and do nothing most of the time, such as streams of events. They
 * give their turn to the next request, and end when the service does.
 */
public final class LongLived {
    static final String ATTRIBUTE = LongLived.class.getName();

    private final Runnable turn;
    private final Endings endings;

    LongLived(Runnable turn, Endings endings) {
        this.turn = turn;
        this.endings = endings;
    }

    /**
     * Says of a request that it is one. Comes after everything about it that is work.
     *
     * @param end ends it, from any thread; called at once if the service is ending already
     * @return to be closed when the request has ended
     */
    public static AutoCloseable begin(HttpServletRequest request, Runnable end) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE))
                .filter(LongLived.class::isInstance)
                .map(LongLived.class::cast)
                .map(known -> known.begin(end))
                .orElse(() -> {});
    }

    private AutoCloseable begin(Runnable end) {
        turn.run();
        return endings.with(end);
    }

    /** What is to be ended when the service ends. */
    static final class Endings {
        private final Set<Runnable> open = ConcurrentHashMap.newKeySet();
        private volatile boolean ending;

        private AutoCloseable with(Runnable end) {
            Runnable own = new Runnable() {
                @Override
                public void run() {
                    end.run();
                }
            };
            open.add(own);
            if (ending) {
                own.run();
            }
            return () -> open.remove(own);
        }

        void endAll() {
            ending = true;
            open.forEach(Runnable::run);
        }
    }
}
