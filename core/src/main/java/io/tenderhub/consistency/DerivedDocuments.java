package io.tenderhub.consistency;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.company.ProfileVersion;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.summary.SummaryRepository;
import io.tenderhub.team.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Documents of which there should be one for each tender: the summaries, or one team's scores. */
interface DerivedDocuments {

    /** Whose they are; empty for what is public. */
    Optional<TeamId> team();

    /** The profile that takes part, as it was when the work began. */
    Optional<ProfileVersion> profileSeen();

    /** The profile that takes part, as the truth holds it now. */
    Optional<ProfileVersion> profile();

    /** A page, ordered by ocid. */
    List<Made> versions(Optional<String> afterOcid, int limit);

    List<Made> versionsOf(Collection<String> ocids);

    int deleteAll(Collection<String> ocids);

    FindingKind kind(Standing standing);

    /** The summaries. */
    record OfTenders(SummaryRepository summaries) implements DerivedDocuments {
        @Override
        public Optional<TeamId> team() {
            return Optional.empty();
        }

        @Override
        public Optional<ProfileVersion> profileSeen() {
            return Optional.empty();
        }

        @Override
        public Optional<ProfileVersion> profile() {
            return Optional.empty();
        }

        @Override
        public List<Made> versions(Optional<String> afterOcid, int limit) {
            return summaries.versions(afterOcid, limit).stream()
                    .map(version -> new Made(version.ocid(), version.tenderVersion(), 0))
                    .toList();
        }

        @Override
        public List<Made> versionsOf(Collection<String> ocids) {
            return summaries.versionsOf(ocids).stream()
                    .map(version -> new Made(version.ocid(), version.tenderVersion(), 0))
                    .toList();
        }

        @Override
        public int deleteAll(Collection<String> ocids) {
            return summaries.deleteAll(ocids);
        }

        @Override
        public FindingKind kind(Standing standing) {
            return switch (standing) {
                case MISSING -> FindingKind.SUMMARY_MISSING;
                case OLD -> FindingKind.SUMMARY_OLD;
                case NEWER -> FindingKind.SUMMARY_NEWER;
                case ORPHAN -> FindingKind.SUMMARY_ORPHAN;
            };
        }
    }

    /** The scores of one team. */
    record OfTeam(ProfileVersion seen, ProfileCatalog profiles, TeamScores scores) implements DerivedDocuments {
        @Override
        public Optional<TeamId> team() {
            return Optional.of(seen.team());
        }

        @Override
        public Optional<ProfileVersion> profileSeen() {
            return Optional.of(seen);
        }

        @Override
        public Optional<ProfileVersion> profile() {
            return profiles.find(seen.team())
                    .map(stored -> new ProfileVersion(stored.team(), stored.version(), stored.changedAt()));
        }

        @Override
        public List<Made> versions(Optional<String> afterOcid, int limit) {
            return scores.versions(afterOcid, limit).stream()
                    .map(version -> new Made(version.ocid(), version.tenderVersion(), version.profileVersion()))
                    .toList();
        }

        @Override
        public List<Made> versionsOf(Collection<String> ocids) {
            return scores.versionsOf(ocids).stream()
                    .map(version -> new Made(version.ocid(), version.tenderVersion(), version.profileVersion()))
                    .toList();
        }

        @Override
        public int deleteAll(Collection<String> ocids) {
            return scores.deleteAll(ocids);
        }

        @Override
        public FindingKind kind(Standing standing) {
            return switch (standing) {
                case MISSING -> FindingKind.SCORE_MISSING;
                case OLD -> FindingKind.SCORE_OLD;
                case NEWER -> FindingKind.SCORE_NEWER;
                case ORPHAN -> FindingKind.SCORE_ORPHAN;
            };
        }
    }
}
