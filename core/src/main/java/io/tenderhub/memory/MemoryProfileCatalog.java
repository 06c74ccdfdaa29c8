package io.tenderhub.memory;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class MemoryProfileCatalog implements ProfileCatalog {
    private final MemoryTruth truth;

    MemoryProfileCatalog(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public Optional<StoredProfile> find(TeamId team) {
        return truth.profile(team);
    }

    @Override
    public void forEach(Consumer<? super StoredProfile> action) {
        truth.profiles().forEach(action);
    }

    @Override
    public List<ProfileVersion> versions() {
        return truth.profiles().stream()
                .map(stored -> new ProfileVersion(stored.team(), stored.version(), stored.changedAt()))
                .toList();
    }
}
