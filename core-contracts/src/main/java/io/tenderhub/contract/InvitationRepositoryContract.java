package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTeams.invitation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link InvitationRepository} promises. */
public abstract class InvitationRepositoryContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void twoTeams() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
    }

    private <T> T invitations(TeamId team, Function<InvitationRepository, T> work) {
        return unitOfWork().<T>forTeam(team, transaction -> work.apply(transaction.invitations()));
    }

    private <T> Optional<T> find(TeamId team, Function<InvitationRepository, Optional<T>> work) {
        return invitations(team, work);
    }

    private boolean succeeds(TeamId team, Function<InvitationRepository, Boolean> work) {
        return invitations(team, work);
    }

    private Invitation insert(TeamId team, Invitation invitation) {
        return invitations(team, repository -> {
            repository.insert(invitation);
            return invitation;
        });
    }

    @Test
    void hasNoInvitationsAtFirst() {
        assertThat(invitations(ACME, InvitationRepository::all)).isEmpty();
        assertThat(find(ACME, repository -> repository.find("one"))).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.remove("one"))).isFalse();
    }

    @Test
    void listsInvitationsInTheOrderTheyWereMadeAlsoThoseThatHaveExpired() {
        Invitation second = insert(ACME, invitation("a", clock.instant()));
        Invitation first = insert(ACME, invitation("b", clock.instant().minus(Duration.ofDays(400))));
        assertThat(first.expiresAt()).isBefore(clock.instant());

        assertThat(invitations(ACME, InvitationRepository::all)).containsExactly(first, second);
    }

    @Test
    void keepsEveryFieldOfAnInvitation() {
        for (Role role : Role.values()) {
            Invitation invitation = new Invitation(
                    role.code(),
                    new EmailAddress("o'neill+x@example.org"),
                    role,
                    "0123abcd",
                    "api-key:7f",
                    clock.instant(),
                    clock.instant().plusMillis(1));

            insert(ACME, invitation);

            assertThat(find(ACME, repository -> repository.find(role.code()))).contains(invitation);
        }
    }

    @Test
    void removesAnInvitationOnce() {
        insert(ACME, invitation("one", clock.instant()));
        Invitation two = insert(ACME, invitation("two", clock.instant()));

        assertThat(succeeds(ACME, repository -> repository.remove("one"))).isTrue();
        assertThat(succeeds(ACME, repository -> repository.remove("one"))).isFalse();

        assertThat(invitations(ACME, InvitationRepository::all)).containsExactly(two);
    }

    @Test
    void sharesIdsWithNoOtherTeam() {
        insert(OTHER, invitation("one", clock.instant().plusSeconds(1)));

        assertThat(find(ACME, repository -> repository.find("one"))).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.remove("one"))).isFalse();
        Invitation mine = insert(ACME, invitation("one", clock.instant()));

        assertThat(invitations(ACME, InvitationRepository::all)).containsExactly(mine);
        assertThat(invitations(OTHER, InvitationRepository::all))
                .containsExactly(invitation("one", clock.instant().plusSeconds(1)));
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.invitations().insert(invitation("one", clock.instant()));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(invitations(ACME, InvitationRepository::all)).isEmpty();
    }

    @Test
    void letsOneOfManyRemoveAnInvitation() throws Exception {
        insert(ACME, invitation("one", clock.instant()));

        assertThat(Simultaneously.run(8, i -> () -> succeeds(ACME, repository -> repository.remove("one"))))
                .containsOnlyOnce(true);
    }
}
