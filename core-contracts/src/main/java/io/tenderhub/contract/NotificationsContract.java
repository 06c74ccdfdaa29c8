package io.tenderhub.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications;
import io.tenderhub.notification.Notifications.Subscription;
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

    private final class Ear {
        private final BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
        private final Subscription subscription;

        private Ear(Notifications notifications, Optional<TeamId> team) {
            subscription = team.map(id -> notifications.forTeam(id).subscribe(heard::add))
                    .orElseGet(() -> notifications.subscribePublic(heard::add));
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
}
