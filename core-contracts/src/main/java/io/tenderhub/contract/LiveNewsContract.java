package io.tenderhub.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.UserId;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.notification.Follower;
import io.tenderhub.notification.LiveNews;
import io.tenderhub.notification.News;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.notification.Notifications.TeamNotifications;
import io.tenderhub.notification.RecentNews;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That {@link LiveNews}, over a store, loses nothing, tells nothing twice, and says where it can't know. */
public abstract class LiveNewsContract {
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");
    private static final Actor JO = Actor.ofMember(ACME, new UserId("jo"), Role.VIEWER);

    private final ExecutorService readers = Executors.newSingleThreadExecutor();
    private final List<Subscription> open = new ArrayList<>();

    protected abstract Notifications notifications();

    /** Loses what is kept of a team. */
    protected abstract void forget(TeamId team);

    @AfterEach
    void closeAll() {
        open.forEach(Subscription::close);
        readers.shutdownNow();
    }

    private LiveNews live() {
        return new LiveNews(notifications(), readers);
    }

    private static Notification news(long id, Optional<TeamId> team) {
        return new Notification(id, "workspace.changed", team, "ocds-" + id, Instant.parse("2026-11-21T08:00:00Z"));
    }

    private void publish(long... ids) {
        for (long id : ids) {
            notifications().publish(List.of(news(id, Optional.of(ACME))));
        }
    }

    private NewsId last() {
        return notifications().forTeam(ACME).recent(Optional.empty()).last();
    }

    /** Writes down what is told: {@code begin 3}, {@code 17 at 4}, {@code reset 9}. */
    private final class Ear implements Follower {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private volatile NewsId last;
        private volatile boolean gap;

        private Ear(LiveNews live, Optional<NewsId> after) {
            Subscription following = live.follow(JO, after, this);
            synchronized (open) {
                open.add(following);
            }
        }

        @Override
        public void begin(NewsId at) {
            last = at;
            told.add("begin " + at.number());
        }

        @Override
        public void hear(News news) {
            gap |= last == null || !news.id().follows(last);
            last = news.id();
            told.add(news.notification().id() + " at " + news.id().number());
        }

        @Override
        public void reset(NewsId at) {
            last = at;
            told.add("reset " + at.number());
        }

        private String next() throws InterruptedException {
            return Optional.ofNullable(told.poll(Simultaneously.GUARD_SECONDS, SECONDS))
                    .orElseThrow(() -> new AssertionError("nothing is told"));
        }

        private List<String> next(int count) throws InterruptedException {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(next());
            }
            return all;
        }
    }

    @Test
    void whoComesWithoutAPlaceHearsWhatComesFromThenOn() throws Exception {
        publish(7);
        Ear ear = new Ear(live(), Optional.empty());
        publish(8, 9);

        assertThat(ear.next(3)).containsExactly("begin 1", "8 at 2", "9 at 3");
    }

    @Test
    void whoComesBackHearsWhatHeMissedAndThenWhatComes() throws Exception {
        LiveNews live = live();
        Ear first = new Ear(live, Optional.empty());
        NewsId place = last();
        publish(7, 8);
        assertThat(first.next(3)).containsExactly("begin 0", "7 at 1", "8 at 2");

        Ear back = new Ear(live, Optional.of(place));
        Ear backLater = new Ear(live, Optional.of(new NewsId(place.beginning(), 1)));
        publish(9);

        assertThat(back.next(4)).containsExactly("begin 0", "7 at 1", "8 at 2", "9 at 3");
        assertThat(backLater.next(3)).containsExactly("begin 1", "8 at 2", "9 at 3");
        assertThat(first.next()).isEqualTo("9 at 3");
    }

    @Test
    void whosePlaceIsNotKnownIsToldToReadAnew() throws Exception {
        publish(7, 8);
        Ear ear = new Ear(live(), Optional.of(new NewsId("0123456789abcdef", 1)));
        publish(9);

        assertThat(ear.next(2)).containsExactly("reset 2", "9 at 3");
    }

    @Test
    void whenTheStoreLosesAllEverybodyIsToldToReadAnew() throws Exception {
        Ear ear = new Ear(live(), Optional.empty());
        publish(7);
        assertThat(ear.next(2)).containsExactly("begin 0", "7 at 1");

        forget(ACME);
        publish(8);
        assertThat(ear.next()).isEqualTo("reset 1");
        publish(9);

        assertThat(ear.next()).isEqualTo("9 at 2");
    }

    @Test
    void whatWasNotHeardIsReadWhenTheNextComesOrSomebodyLooks() throws Exception {
        AtomicBoolean deaf = new AtomicBoolean();
        LiveNews live = new LiveNews(
                new Tampered(notifications()) {
                    @Override
                    boolean passes(News news) {
                        return !deaf.get();
                    }
                },
                readers);
        Ear ear = new Ear(live, Optional.empty());
        deaf.set(true);
        publish(7, 8);
        // Heard by another one, so that they have passed this one.
        assertThat(new Ear(live(), Optional.of(new NewsId(last().beginning(), 0))).next(3))
                .hasSize(3);
        awaitQuiet();
        deaf.set(false);
        publish(9);
        assertThat(ear.next(4)).containsExactly("begin 0", "7 at 1", "8 at 2", "9 at 3");

        deaf.set(true);
        publish(10);
        live.catchUp();
        assertThat(ear.next()).isEqualTo("10 at 4");
    }

    /** One who listens after all that was published passes on only what comes later. */
    private void awaitQuiet() throws InterruptedException {
        BlockingQueue<News> heard = new LinkedBlockingQueue<>();
        try (Subscription listening = notifications().forEverybody().subscribe(heard::add)) {
            notifications().publish(List.of(news(1, Optional.empty())));
            assertThat(heard.poll(Simultaneously.GUARD_SECONDS, SECONDS)).isNotNull();
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void manyWhoComeAndGoWhileManyPublishHearAllInOrder() throws Exception {
        LiveNews live = live();
        NewsId start = last();
        int publishers = 4;
        int each = 60;
        List<Ear> ears = new ArrayList<>();

        Simultaneously.run(12, i -> () -> {
            for (int j = 0; j < each / (i < publishers ? 1 : 6); j++) {
                if (i < publishers) {
                    publish(1_000L * i + j);
                } else {
                    Ear ear = new Ear(live, j % 2 == 0 ? Optional.of(start) : Optional.empty());
                    if (ThreadLocalRandom.current().nextInt(3) == 0) {
                        synchronized (open) {
                            open.remove(open.size() - 1).close();
                        }
                    }
                    synchronized (ears) {
                        ears.add(ear);
                    }
                }
            }
            return i;
        });

        Ear whole = new Ear(live, Optional.of(start));
        assertThat(whole.next(1 + publishers * each)).doesNotHaveDuplicates();
        assertThat(ears).noneMatch(ear -> ear.gap);
        assertThat(ears).allSatisfy(ear -> assertThat(ear.told).noneMatch(told -> told.startsWith("reset")));
    }

    @Test
    void allWhoFollowShareOneSubscriptionWhichEndsWithTheLast() throws Exception {
        AtomicInteger subscribed = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        LiveNews live = new LiveNews(
                new Tampered(notifications()) {
                    @Override
                    Subscription watched(Subscription subscription) {
                        subscribed.incrementAndGet();
                        return () -> {
                            ended.incrementAndGet();
                            subscription.close();
                        };
                    }
                },
                readers);
        List<Subscription> following =
                Simultaneously.run(20, i -> () -> live.follow(JO, Optional.empty(), new Silent()));
        assertThat(subscribed).hasValue(1);

        for (Subscription one : following.subList(1, 20)) {
            one.close();
            one.close();
        }
        assertThat(ended).hasValue(0);
        following.get(0).close();
        assertThat(ended).hasValue(1);

        live.follow(JO, Optional.empty(), new Silent()).close();
        assertThat(List.of(subscribed.get(), ended.get())).containsExactly(2, 2);
    }

    @Test
    void whoLeftIsToldNothingMore() throws Exception {
        LiveNews live = live();
        Ear gone = new Ear(live, Optional.empty());
        Ear stays = new Ear(live, Optional.empty());
        open.get(0).close();
        publish(7);

        assertThat(stays.next(2)).containsExactly("begin 0", "7 at 1");
        assertThat(gone.told).containsExactly("begin 0");
    }

    @Test
    void nothingOfOtherTeamsIsHeard() throws Exception {
        Ear ear = new Ear(live(), Optional.empty());
        notifications().publish(List.of(news(1, Optional.of(OTHER)), news(2, Optional.empty())));
        publish(3);

        assertThat(ear.next(2)).containsExactly("begin 0", "3 at 1");
    }

    @Test
    void whatIsForEverybodyIsHeardByWhoNamesNoTeam() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        open.add(live().followPublic(Optional.empty(), new Silent() {
            @Override
            public void hear(News news) {
                told.add(news.notification().subject());
            }
        }));
        publish(3);
        notifications().publish(List.of(news(2, Optional.empty())));

        assertThat(told.poll(Simultaneously.GUARD_SECONDS, SECONDS)).isEqualTo("ocds-2");
    }

    @Test
    void whoMayNotReadFollowsNothing() {
        Actor writesOnly = Actor.ofApiKey(ACME, "8c1d", Set.of());

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> live().follow(writesOnly, Optional.empty(), new Silent()));
    }

    @Test
    void whileTheStoreIsAwayNobodyFollowsAndLaterHeDoes() {
        AtomicBoolean away = new AtomicBoolean(true);
        LiveNews live = new LiveNews(
                new Tampered(notifications()) {
                    @Override
                    void reading() {
                        if (away.get()) {
                            throw new UnavailableException("the store", "the test took it away", null);
                        }
                    }
                },
                readers);

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> live.follow(JO, Optional.empty(), new Silent()));
        away.set(false);
        live.follow(JO, Optional.empty(), new Silent()).close();
    }

    private static class Silent implements Follower {
        @Override
        public void begin(NewsId at) {}

        @Override
        public void hear(News news) {}

        @Override
        public void reset(NewsId at) {}
    }

    /** The store with something between. */
    private static class Tampered implements Notifications {
        private final Notifications store;

        private Tampered(Notifications store) {
            this.store = store;
        }

        boolean passes(News news) {
            return true;
        }

        void reading() {}

        Subscription watched(Subscription subscription) {
            return subscription;
        }

        @Override
        public void publish(List<Notification> notifications) {
            store.publish(notifications);
        }

        @Override
        public TeamNotifications forTeam(TeamId team) {
            return tampered(store.forTeam(team));
        }

        @Override
        public TeamNotifications forEverybody() {
            return tampered(store.forEverybody());
        }

        private TeamNotifications tampered(TeamNotifications stream) {
            return new TeamNotifications() {
                @Override
                public Subscription subscribe(Consumer<News> listener) {
                    return watched(stream.subscribe(news -> {
                        if (passes(news)) {
                            listener.accept(news);
                        }
                    }));
                }

                @Override
                public RecentNews recent(Optional<NewsId> after) {
                    reading();
                    return stream.recent(after);
                }
            };
        }
    }
}
