package io.tenderhub.postgres;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The profile of one team; every statement names that team. */
final class ProfileWriter implements ProfileRepository {
    private final Transaction transaction;
    private final TeamId team;
    private final String table;

    ProfileWriter(TeamScope scope) {
        this.transaction = scope.transaction();
        this.team = scope.team();
        this.table = scope.names().profiles();
    }

    @Override
    public Optional<StoredProfile> find() {
        return transaction.run(subject(), this::locked);
    }

    @Override
    public StoredProfile save(CompanyProfile profile) {
        Instant now = transaction.database().now();
        String document = Documents.profile(profile);
        return transaction.run(subject(), handle -> {
            int created = handle.createUpdate(
                            "INSERT INTO " + table + " (team_id, document, version, changed_at)"
                                    + " VALUES (:team, :document::jsonb, 1, :now::timestamptz) ON CONFLICT (team_id) DO NOTHING")
                    .bind("team", team.value())
                    .bind("document", document)
                    .bind("now", Times.text(now))
                    .execute();
            if (created == 1) {
                return new StoredProfile(team, profile, 1, now);
            }
            Optional<StoredProfile> stored = locked(handle);
            if (stored.isPresent() && stored.get().profile().equals(profile)) {
                return stored.get();
            }
            long version = handle.createQuery(
                            "UPDATE " + table + " SET document = :document::jsonb,"
                                    + " version = version + 1, changed_at = :now::timestamptz WHERE team_id = :team RETURNING version")
                    .bind("team", team.value())
                    .bind("document", document)
                    .bind("now", Times.text(now))
                    .mapTo(Long.class)
                    .one();
            return new StoredProfile(team, profile, version, now);
        });
    }

    private Optional<StoredProfile> locked(Handle handle) {
        return handle.createQuery(ProfileReads.SELECT + table + " WHERE team_id = :team FOR UPDATE")
                .bind("team", team.value())
                .map((row, context) -> ProfileReads.read(row))
                .findOne()
                .flatMap(profile -> profile);
    }

    private String subject() {
        return "profile of team " + team;
    }
}
