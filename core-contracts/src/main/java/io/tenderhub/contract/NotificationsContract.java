package io.tenderhub.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.notification.News;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.notification.Notifications.TeamNotifications;
import io.tenderhub.notification.RecentNews;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Notifications} promises. */
public abstract class NotificationsContract {
    private static final Optional<TeamId> ACME = Optional.of(new TeamId("acme"));
    private static final Optional<TeamId> OTHER = Optional.of(new TeamId("other"));
    private static final Optional<TeamId> EVERYBODY = Optional.empty();

    private final List<Subscription> open = new ArrayList<>();

    protected abstract Notifications notifications();

    /** As another node sees them: over the same store, sharing nothing else. */
    protected abstract Notifications notificationsOfAnotherNode();

    @AfterEach
    void closeAll() {
        open.forEach(Subscription::close);
    }

    private static Notification news(long id, Optional<TeamId> team) {
        return new Notification(
                id, "tender.updated", team, "ocds-é \"" + id + "\"", Instant.parse("2026-11-21T08:00:00.123456789Z"));
    }

    private static TeamNotifications stream(Notifications notifications, Optional<TeamId> team) {
        return team.map(notifications::forTeam).orElseGet(notifications::forEverybody);
    }

    private RecentNews recent(Optional<TeamId> team, NewsId after) {
        return stream(notificationsOfAnotherNode(), team).recent(Optional.of(after));
    }

    /** The newest place. */
    private NewsId last(Optional<TeamId> team) {
        return stream(notifications(), team).recent(Optional.empty()).last();
    }

    private static List<Notification> told(RecentNews recent) {
        return recent.news().stream().map(News::notification).toList();
    }

    private final class Ear {
        private final BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<NewsId> places = new LinkedBlockingQueue<>();
        private final Subscription subscription;

        private Ear(Notifications notifications, Optional<TeamId> team) {
            subscription = stream(notifications, team).subscribe(news -> {
                places.add(news.id());
                heard.add(news.notification());
            });
            open.add(subscription);
        }

        private Notification next() throws InterruptedException {
            return Optional.ofNullable(heard.poll(Simultaneously.GUARD_SECONDS, SECONDS))
                    .orElseThrow(() -> new AssertionError("nothing is heard"));
        }
    }

    @Test
    void aTeamHearsItsOwnNewsInOrderAndNobodyElses() throws Exception {
        Ear acme = new Ear(notifications(), ACME);
        notifications()
                .publish(List.of(news(1, ACME), news(2, OTHER), news(3, EVERYBODY), news(4, ACME), news(5, ACME)));

        assertThat(acme.next()).isEqualTo(news(1, ACME));
        assertThat(acme.next()).isEqualTo(news(4, ACME));
        assertThat(acme.next()).isEqualTo(news(5, ACME));
    }

    @Test
    void whoNamesNoTeamHearsWhatIsForEverybody() throws Exception {
        Ear everybody = new Ear(notifications(), EVERYBODY);
        notifications().publish(List.of(news(1, ACME), news(2, EVERYBODY)));

        assertThat(everybody.next()).isEqualTo(news(2, EVERYBODY));
    }

    @Test
    void newsReachEveryListenerOnEveryNode() throws Exception {
        List<Ear> ears = List.of(
                new Ear(notifications(), ACME),
                new Ear(notifications(), ACME),
                new Ear(notificationsOfAnotherNode(), ACME));
        notifications().publish(List.of(news(1, ACME)));
        notificationsOfAnotherNode().publish(List.of(news(2, ACME)));

        for (Ear ear : ears) {
            assertThat(List.of(ear.next(), ear.next())).containsExactlyInAnyOrder(news(1, ACME), news(2, ACME));
        }
    }

    @Test
    void whoComesLaterHearsOnlyWhatComesLater() throws Exception {
        Ear early = new Ear(notifications(), ACME);
        notifications().publish(List.of(news(1, ACME)));
        assertThat(early.next().id()).isEqualTo(1);

        Ear late = new Ear(notifications(), ACME);
        Ear lateOnANewChannel = new Ear(notifications(), OTHER);
        notifications().publish(List.of(news(2, ACME), news(3, OTHER)));

        assertThat(late.next().id()).isEqualTo(2);
        assertThat(lateOnANewChannel.next().id()).isEqualTo(3);
    }

    @Test
    void whoClosedHearsNothingMore() throws Exception {
        Ear closed = new Ear(notifications(), ACME);
        Ear open = new Ear(notifications(), ACME);
        closed.subscription.close();
        closed.subscription.close();
        notifications().publish(List.of(news(1, ACME)));

        assertThat(open.next().id()).isEqualTo(1);
        assertThat(closed.heard).isEmpty();

        Ear again = new Ear(notifications(), ACME);
        notifications().publish(List.of(news(2, ACME)));
        assertThat(again.next().id()).isEqualTo(2);
    }

    @Test
    void whoeverWasAloneAndClosedMayListenAgain() throws Exception {
        for (int turn = 0; turn < 10; turn++) {
            Ear alone = new Ear(notifications(), ACME);
            notifications().publish(List.of(news(turn, ACME)));
            assertThat(alone.next().id()).isEqualTo(turn);
            alone.subscription.close();
        }
    }

    @Test
    void aListenerThatFailsDisturbsNobody() throws Exception {
        open.add(notifications().forTeam(ACME.orElseThrow()).subscribe(notification -> {
            throw new IllegalStateException("a listener's fault");
        }));
        Ear ear = new Ear(notifications(), ACME);
        notifications().publish(List.of(news(1, ACME), news(2, ACME)));

        assertThat(ear.next().id()).isEqualTo(1);
        assertThat(ear.next().id()).isEqualTo(2);
    }

    @Test
    void newsThatNobodyHearsAreNoFailure() {
        notifications().publish(List.of());
        notifications().publish(List.of(news(1, ACME), news(2, EVERYBODY)));
    }

    @Test
    void whoWasAwayReadsWhatCameMeanwhile() {
        for (Optional<TeamId> team : List.of(ACME, EVERYBODY)) {
            NewsId before = last(team);
            notifications().publish(List.of(news(1, team), news(2, OTHER), news(3, team)));
            notificationsOfAnotherNode().publish(List.of(news(4, team)));

            RecentNews all = recent(team, before);
            assertThat(all.complete()).isTrue();
            assertThat(told(all)).containsExactly(news(1, team), news(3, team), news(4, team));
            assertThat(all.news()).extracting(one -> one.id().number()).containsExactly(1L, 2L, 3L);
            assertThat(all.last()).isEqualTo(all.news().get(2).id()).isEqualTo(last(team));

            assertThat(told(recent(team, all.news().get(0).id()))).containsExactly(news(3, team), news(4, team));
            assertThat(recent(team, all.last())).isEqualTo(new RecentNews(all.last(), true, List.of()));
        }
    }

    @Test
    void placesTellNothingOfWhatOthersDo() throws Exception {
        Ear acme = new Ear(notifications(), ACME);
        notifications().publish(List.of(news(1, OTHER), news(2, EVERYBODY), news(3, ACME), news(4, OTHER)));
        notifications().publish(List.of(news(5, ACME)));
        acme.next();
        acme.next();

        assertThat(acme.places).extracting(NewsId::number).containsExactly(1L, 2L);
        assertThat(List.of(last(ACME), last(OTHER), last(EVERYBODY)))
                .extracting(NewsId::beginning)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsHeardAndWhatIsReadHaveTheSamePlaces() throws Exception {
        Ear acme = new Ear(notifications(), ACME);
        NewsId before = last(ACME);
        notificationsOfAnotherNode().publish(List.of(news(1, ACME), news(2, ACME)));
        acme.next();
        acme.next();

        assertThat(recent(ACME, before).news()).extracting(News::id).containsExactlyElementsOf(acme.places);
    }

    @Test
    void itIsSaidWhereAPlaceIsNotKnownOrTooOld() {
        NewsId before = last(ACME);
        List<Notification> many = new ArrayList<>();
        for (int i = 1; i <= Notifications.KEPT + 2; i++) {
            many.add(news(i, ACME));
        }
        notifications().publish(many);

        assertThat(recent(ACME, new NewsId(before.beginning(), 2)).news()).hasSize(Notifications.KEPT);
        for (NewsId unknown : List.of(
                before,
                new NewsId(before.beginning(), 1),
                new NewsId(before.beginning(), Notifications.KEPT + 3),
                new NewsId("0123456789abcdef", 5),
                last(OTHER))) {
            assertThat(recent(ACME, unknown)).isEqualTo(new RecentNews(last(ACME), false, List.of()));
        }
    }

    @Test
    void manyWhoPublishAtOnceGetPlacesWithoutGaps() throws Exception {
        Ear acme = new Ear(notifications(), ACME);
        NewsId before = last(ACME);

        Simultaneously.run(16, i -> () -> {
            Notifications node = i % 2 == 0 ? notifications() : notificationsOfAnotherNode();
            for (int j = 0; j < 20; j++) {
                node.publish(List.of(news(100L * i + j, ACME)));
            }
            return i;
        });

        RecentNews all = recent(ACME, before);
        assertThat(all.news()).hasSize(320);
        NewsId place = before;
        for (News news : all.news()) {
            assertThat(news.id().follows(place)).isTrue();
            place = news.id();
            assertThat(acme.next()).isEqualTo(news.notification());
        }
    }
}
