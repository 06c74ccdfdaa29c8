package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTeams.apiKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ApiKeyRepository} promises. */
public abstract class ApiKeyRepositoryContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void twoTeams() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
    }

    private <T> T keys(TeamId team, Function<ApiKeyRepository, T> work) {
        return unitOfWork().<T>forTeam(team, transaction -> work.apply(transaction.apiKeys()));
    }

    private <T> Optional<T> find(TeamId team, Function<ApiKeyRepository, Optional<T>> work) {
        return keys(team, work);
    }

    private boolean succeeds(TeamId team, Function<ApiKeyRepository, Boolean> work) {
        return keys(team, work);
    }

    private ApiKey insert(TeamId team, ApiKey key) {
        return keys(team, repository -> {
            repository.insert(key);
            return key;
        });
    }

    private static ApiKey with(ApiKey key, Set<Permission> scopes, Optional<Instant> revokedAt) {
        return new ApiKey(key.id(), key.name(), key.keyHash(), scopes, key.by(), key.createdAt(), revokedAt);
    }

    @Test
    void hasNoKeysAtFirst() {
        assertThat(keys(ACME, ApiKeyRepository::all)).isEmpty();
        assertThat(find(ACME, repository -> repository.find("one"))).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.revoke("one", clock.instant())))
                .isFalse();
    }

    @Test
    void listsKeysInTheOrderTheyWereMadeAlsoRevokedOnes() {
        ApiKey second = insert(ACME, apiKey("a", clock.instant()));
        ApiKey first = with(
                apiKey("b", clock.instant().minusSeconds(1)), Set.of(Permission.READ), Optional.of(clock.instant()));
        insert(ACME, first);

        assertThat(keys(ACME, ApiKeyRepository::all)).containsExactly(first, second);
    }

    @Test
    void keepsEveryScopeAndNone() {
        ApiKey all = insert(ACME, with(apiKey("all", clock.instant()), Set.of(Permission.values()), Optional.empty()));
        ApiKey none = insert(ACME, with(apiKey("none", clock.instant()), Set.of(), Optional.empty()));

        assertThat(find(ACME, repository -> repository.find("all"))).contains(all);
        assertThat(find(ACME, repository -> repository.find("none"))).contains(none);
    }

    @Test
    void revokesAKeyOnceAndKeepsWhen() {
        ApiKey key = insert(ACME, apiKey("one", clock.instant()));
        Instant first = clock.instant().plusSeconds(60);

        assertThat(succeeds(ACME, repository -> repository.revoke("one", first)))
                .isTrue();
        assertThat(succeeds(ACME, repository -> repository.revoke("one", first.plus(Duration.ofDays(1)))))
                .isFalse();

        assertThat(find(ACME, repository -> repository.find("one")))
                .contains(with(key, key.scopes(), Optional.of(first)));
    }

    @Test
    void sharesIdsWithNoOtherTeam() {
        ApiKey theirs = insert(OTHER, apiKey("one", clock.instant().plusSeconds(1)));

        assertThat(find(ACME, repository -> repository.find("one"))).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.revoke("one", clock.instant())))
                .isFalse();
        ApiKey mine = insert(ACME, apiKey("one", clock.instant()));

        assertThat(keys(ACME, ApiKeyRepository::all)).containsExactly(mine);
        assertThat(keys(OTHER, ApiKeyRepository::all)).containsExactly(theirs);
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        IllegalStateException failure = new IllegalStateException("no");
        ApiKey key = insert(ACME, apiKey("one", clock.instant()));

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.apiKeys().insert(apiKey("two", clock.instant()));
                    transaction.apiKeys().revoke("one", clock.instant());
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(keys(ACME, ApiKeyRepository::all)).containsExactly(key);
    }

    @Test
    void letsOneOfManyRevokeAKey() throws Exception {
        insert(ACME, apiKey("one", clock.instant()));

        assertThat(Simultaneously.run(8, i -> () -> succeeds(ACME, keys -> keys.revoke("one", clock.instant()))))
                .containsOnlyOnce(true);
    }
}
