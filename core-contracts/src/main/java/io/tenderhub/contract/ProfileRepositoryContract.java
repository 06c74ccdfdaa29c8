package io.tenderhub.contract;

import static io.tenderhub.contract.SampleProfiles.withStaff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link io.tenderhub.company.ProfileRepository} and {@link ProfileCatalog} promise. */
public abstract class ProfileRepositoryContract {
    private static final TeamId ACME = new TeamId("acme");
    private static final TeamId OTHER = new TeamId("other");

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract ProfileCatalog profileCatalog();

    private StoredProfile save(TeamId team, CompanyProfile profile) {
        return unitOfWork()
                .<StoredProfile>forTeam(
                        team, transaction -> transaction.profile().save(profile));
    }

    private Optional<StoredProfile> find(TeamId team) {
        return unitOfWork()
                .<Optional<StoredProfile>>forTeam(
                        team, transaction -> transaction.profile().find());
    }

    @Test
    void findsNothingForATeamWithoutProfile() {
        assertThat(find(ACME)).isEmpty();
        assertThat(profileCatalog().find(ACME)).isEmpty();
    }

    @Test
    void savesTheFirstProfileAsVersionOne() {
        StoredProfile expected = new StoredProfile(ACME, withStaff("Acme", 3), 1, clock.instant());

        assertThat(save(ACME, withStaff("Acme", 3))).isEqualTo(expected);

        assertThat(find(ACME)).contains(expected);
        assertThat(profileCatalog().find(ACME)).contains(expected);
    }

    @Test
    void keepsEveryFieldOfAProfile() {
        save(ACME, SampleProfiles.full());

        assertThat(find(ACME).orElseThrow().profile()).isEqualTo(SampleProfiles.full());
        assertThat(profileCatalog().find(ACME).orElseThrow().profile()).isEqualTo(SampleProfiles.full());
    }

    @Test
    void countsOneVersionMoreWithEachRealChange() {
        save(ACME, withStaff("Acme", 3));
        clock.advance(Duration.ofHours(1));

        assertThat(save(ACME, withStaff("Acme", 4)))
                .isEqualTo(new StoredProfile(ACME, withStaff("Acme", 4), 2, clock.instant()));
    }

    @Test
    void tellsTheVersionOfEveryTeamOrderedByTeam() {
        assertThat(profileCatalog().versions()).isEmpty();
        save(OTHER, withStaff("Other", 3));
        Instant before = clock.instant();
        save(ACME, withStaff("Acme", 3));
        clock.advance(Duration.ofHours(1));
        save(ACME, withStaff("Acme", 4));

        assertThat(profileCatalog().versions())
                .containsExactly(new ProfileVersion(ACME, 2, clock.instant()), new ProfileVersion(OTHER, 1, before));
    }

    @Test
    void changesNothingWhenTheSameProfileIsSavedAgain() {
        StoredProfile before = save(ACME, SampleProfiles.full());
        clock.advance(Duration.ofHours(1));

        assertThat(save(ACME, SampleProfiles.full())).isEqualTo(before);

        assertThat(find(ACME)).contains(before);
    }

    @Test
    void seesOnlyItsOwnTeam() {
        save(ACME, withStaff("Acme", 3));

        assertThat(find(OTHER)).isEmpty();
        assertThat(save(OTHER, withStaff("Other", 9)).version()).isEqualTo(1);
        assertThat(find(ACME).orElseThrow().profile()).isEqualTo(withStaff("Acme", 3));
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        save(ACME, withStaff("Acme", 3));
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.profile().save(withStaff("Acme", 4));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(find(ACME).orElseThrow().profile()).isEqualTo(withStaff("Acme", 3));
    }

    @Test
    void locksWhatItFoundUntilTheTransactionEnds() throws Exception {
        save(ACME, withStaff("Acme", 0));

        Simultaneously.run(8, writer -> () -> {
            for (int i = 0; i < 10; i++) {
                unitOfWork().forTeam(ACME, transaction -> {
                    int staff = transaction
                            .profile()
                            .find()
                            .orElseThrow()
                            .profile()
                            .staff()
                            .orElseThrow();
                    return transaction.profile().save(withStaff("Acme", staff + 1));
                });
            }
            return true;
        });

        StoredProfile stored = find(ACME).orElseThrow();
        assertThat(stored.profile().staff()).contains(80);
        assertThat(stored.version()).isEqualTo(81);
    }

    @Test
    void givesEachOfManyFirstWritersAVersionOfItsOwn() throws Exception {
        List<Long> versions = Simultaneously.run(
                8, writer -> () -> save(ACME, withStaff("Acme", writer)).version());

        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 8).boxed().toList());
    }

    @Test
    void catalogueStreamsEveryTeamOrderedByTeam() {
        for (String team : List.of("zulu", "acme", "a-b", "ab", "a1", "9-lives")) {
            save(new TeamId(team), withStaff(team, 1));
        }
        List<String> seen = new ArrayList<>();

        profileCatalog().forEach(stored -> seen.add(stored.team().value()));

        assertThat(seen).containsExactly("9-lives", "a-b", "a1", "ab", "acme", "zulu");
    }

    @Test
    void cataloguePassesTheFailureOfTheActionThrough() {
        save(ACME, withStaff("Acme", 3));
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> profileCatalog().forEach(stored -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
