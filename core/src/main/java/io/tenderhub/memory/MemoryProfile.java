package io.tenderhub.memory;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.team.TeamId;
import java.util.Optional;

final class MemoryProfile implements ProfileRepository {
    private final TeamId team;
    private final Changes changes;

    MemoryProfile(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public Optional<StoredProfile> find() {
        return Optional.ofNullable(changes.team(team).profile);
    }

    @Override
    public StoredProfile save(CompanyProfile profile) {
        Optional<StoredProfile> known = find();
        if (known.isPresent() && known.get().profile().equals(profile)) {
            return known.get();
        }
        long version = known.map(StoredProfile::version).orElse(0L) + 1;
        StoredProfile stored = new StoredProfile(team, profile, version, changes.now());
        changes.changedTeam(team).profile = stored;
        return stored;
    }
}
