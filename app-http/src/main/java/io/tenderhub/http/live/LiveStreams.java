package io.tenderhub.http.live;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tenderhub.bootstrap.LiveSettings;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.http.endpoint.ProblemException;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.http.server.LongLived;
import io.tenderhub.notification.Follower;
import io.tenderhub.notification.LiveNews;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.team.TeamId;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All clients who follow news just now. Their number is limited; a few threads serve them all, and end when there are none. */
public final class LiveStreams {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    /** What no stream is called, for an id that can't be read. */
    private static final NewsId NOWHERE = new NewsId("0000000000000000", 0);

    private static final String RETRY_SECONDS = "30";

    private final LiveSettings settings;
    private final LiveThreads threads;
    private final LiveNews news;
    private final Places places;
    private final Set<Client> open = ConcurrentHashMap.newKeySet();
    /** Found since the last tick; whoever asks a store that is away waits for it, and holds up those who leave. */
    private volatile boolean storeIsAway;

    public LiveStreams(Notifications notifications, LiveSettings settings) {
        this.settings = settings;
        this.threads = new LiveThreads(settings.heartbeat());
        this.news = new LiveNews(notifications, threads);
        this.places = new Places(settings.connections(), settings.connectionsPerTeam());
    }

    /** The news of the team that the request is for, for as long as who asks may read them. */
    public Reply ofTeam(Request request, Optional<String> lastId) {
        return streamed(
                Optional.of(request.team()),
                request.access(),
                follower -> news.follow(request.actor(), place(lastId), follower));
    }

    /** What is for everybody. */
    public Reply ofEverybody(Optional<String> lastId) {
        return streamed(Optional.empty(), () -> {}, follower -> news.followPublic(place(lastId), follower));
    }

    private static Optional<NewsId> place(Optional<String> lastId) {
        return lastId.filter(text -> !text.isEmpty())
                .map(text -> NewsId.read(text).orElse(NOWHERE));
    }

    private Reply streamed(Optional<TeamId> team, Runnable access, Function<Follower, Subscription> follow) {
        return Reply.streamed(ctx -> {
            ctx.contentType("text/event-stream");
            if (!ctx.method().equals(HandlerType.HEAD)) {
                start(ctx, team, access, follow);
            }
        });
    }

    private void start(Context ctx, Optional<TeamId> team, Runnable access, Function<Follower, Subscription> follow) {
        takePlace(ctx, team);
        Client client = new Client(team, access);
        boolean started = false;
        try {
            client.follow(follow);
            client.startOn(ctx);
            started = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!started) {
                client.stream.end();
                client.release();
            }
        }
    }

    private void takePlace(Context ctx, Optional<TeamId> team) {
        switch (places.take(team)) {
            case TAKEN -> {}
            case TOO_MANY_OF_TEAM -> {
                ctx.header("Retry-After", RETRY_SECONDS);
                throw new ProblemException(
                        ProblemKind.RATE_EXCEEDED,
                        "at most " + settings.connectionsPerTeam() + " clients of a team follow its news at once");
            }
            case TOO_MANY -> {
                ctx.header("Retry-After", RETRY_SECONDS);
                throw new ProblemException(ProblemKind.UNAVAILABLE, "too many clients follow news just now");
            }
        }
    }

    private void tick() {
        news.catchUp();
        storeIsAway = false;
        for (Client client : open) {
            client.stream.beat();
            client.checkSoon();
        }
    }

    /** One connection with all that is given back when it ends. */
    private final class Client {
        private final Optional<TeamId> team;
        private final Runnable access;
        private final LiveStream stream = new LiveStream(() -> threads.execute(this::release));
        private Optional<Subscription> subscription = Optional.empty();
        private Optional<AutoCloseable> longLived = Optional.empty();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final OneAtATime checks = new OneAtATime(threads, this::check);
        private boolean released;

        private Client(Optional<TeamId> team, Runnable access) {
            this.team = team;
            this.access = access;
        }

        private synchronized void follow(Function<Follower, Subscription> follow) {
            subscription = Optional.of(follow.apply(stream));
        }

        private synchronized void startOn(Context ctx) throws IOException {
            // Proxies would collect what is to come at once.
            ctx.header("X-Accel-Buffering", "no");
            AsyncContext async = ctx.req().startAsync();
            // Without it the request would be ended as soon as this returns.
            ctx.future(() -> done);
            open.add(this);
            threads.tickWhile(() -> !open.isEmpty(), LiveStreams.this::tick);
            stream.startOn(async);
            longLived = Optional.of(LongLived.begin(ctx.req(), stream::end));
        }

        private void checkSoon() {
            checks.begin();
        }

        /** Whoever may not read any more is let go; where that can't be known just now, he stays. */
        private void check() {
            if (storeIsAway) {
                return;
            }
            try {
                access.run();
            } catch (UnavailableException e) {
                storeIsAway = true;
                LOG.debug("whether a client may still follow is asked again later", e);
            } catch (TenderHubException e) {
                stream.end();
            }
        }

        private void release() {
            giveBack();
            done.complete(null);
        }

        private synchronized void giveBack() {
            if (released) {
                return;
            }
            released = true;
            open.remove(this);
            subscription.ifPresent(Subscription::close);
            longLived.ifPresent(LiveStreams::close);
            places.give(team);
        }
    }

    private static void close(AutoCloseable longLived) {
        try {
            longLived.close();
        } catch (Exception e) {
            // It only takes itself from a list.
            throw new IllegalStateException(e);
        }
    }
}
