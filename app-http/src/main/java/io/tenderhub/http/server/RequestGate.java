package io.tenderhub.http.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many requests through at once. Some more wait for their turn, first come first served and without a thread, for a
 * moment; the rest is refused at once, so that what is taken on is done in time. A turn ends with its request, or earlier if that
 * turns out to be {@linkplain LongLived long-lived}.
 */
final class RequestGate extends Handler.Wrapper {
    private final int mostWaiting;
    private final Duration longestWait;
    private final Predicate<Request> always;
    private final LongLived.Endings endings;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int free;

    /** @param always which requests take no turn */
    RequestGate(
            int atOnce, int mostWaiting, Duration longestWait, Predicate<Request> always, LongLived.Endings endings) {
        this.free = atOnce;
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
        this.always = always;
        this.endings = endings;
    }

    private enum Place {
        INSIDE,
        WAITING,
        REFUSED
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (always.test(request)) {
            return super.handle(request, response, callback);
        }
        Waiting one = new Waiting(request, response, callback);
        return switch (place(one)) {
            case INSIDE -> inside(request, response, callback);
            case WAITING -> {
                one.timeout = getServer()
                        .getScheduler()
                        .schedule(() -> giveUp(one), longestWait.toMillis(), TimeUnit.MILLISECONDS);
                yield true;
            }
            case REFUSED -> {
                Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
                yield true;
            }
        };
    }

    private synchronized Place place(Waiting one) {
        if (free > 0) {
            free--;
            return Place.INSIDE;
        }
        if (waiting.size() >= mostWaiting) {
            return Place.REFUSED;
        }
        waiting.add(one);
        return Place.WAITING;
    }

    private boolean inside(Request request, Response response, Callback callback) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Runnable turn = () -> {
            if (!over.getAndSet(true)) {
                next();
            }
        };
        request.setAttribute(LongLived.ATTRIBUTE, new LongLived(turn, endings));
        Request.addCompletionListener(request, failure -> turn.run());
        return super.handle(request, response, callback);
    }

    /** A turn is over: it goes to the first who waits. */
    private void next() {
        Waiting first;
        synchronized (this) {
            first = waiting.poll();
            if (first == null) {
                free++;
                return;
            }
        }
        Scheduler.Task timeout = first.timeout;
        if (timeout != null) {
            timeout.cancel();
        }
        first.request.getComponents().getExecutor().execute(first);
    }

    private void giveUp(Waiting one) {
        boolean stillThere;
        synchronized (this) {
            stillThere = waiting.remove(one);
        }
        if (stillThere) {
            Response.writeError(one.request, one.response, one.callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    private final class Waiting implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private volatile Scheduler.@Nullable Task timeout;

        Waiting(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            try {
                if (!inside(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                // As the server does with what a handler throws.
                Response.writeError(request, response, callback, e);
            }
        }
    }
}
