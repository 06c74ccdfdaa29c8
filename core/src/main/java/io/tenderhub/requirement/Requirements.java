package io.tenderhub.requirement;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a tender asks of its bidders. Absent and empty mean "not stated", never "none required".
 *
 * @param cidb gradings, any of which is enough
 * @param bbbeeLevel the B-BBEE contributor level asked for at least, 1–8
 * @param specificGoals words about specific goals or preference points for a group
 * @param experienceYears years of experience asked for at least
 * @param registrations such as {@code CSD}, {@code TAX}, {@code COIDA}, {@code PSIRA}, {@code NHBRC}, {@code BBBEE}, {@code ECSA}; each once
 * @param forms standard bidding documents: {@code SBD1}, {@code SBD3.1}, {@code SBD4}, {@code SBD6.1}; each once
 * @param localPresence that bidders have an office or be based somewhere
 * @param termMonths how long the contract runs
 * @param briefing that a briefing is held, from the tender's fields or its words
 * @param sector what kind of work it is, in one of the words of {@link Sector}
 */
public record Requirements(
        List<CidbRequirement> cidb,
        Optional<Finding<Integer>> bbbeeLevel,
        List<Finding<String>> specificGoals,
        Optional<Finding<PreferenceSystem>> preferenceSystem,
        Optional<Finding<Integer>> experienceYears,
        List<Finding<String>> registrations,
        List<Finding<String>> forms,
        Optional<Finding<String>> localPresence,
        Optional<Finding<Integer>> termMonths,
        Optional<BriefingRequirement> briefing,
        Optional<Finding<Sector>> sector) {
    public static final Requirements NONE_STATED = new Requirements(
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Requirements {
        cidb = List.copyOf(cidb);
        requireNonNull(bbbeeLevel);
        specificGoals = List.copyOf(specificGoals);
        requireNonNull(preferenceSystem);
        requireNonNull(experienceYears);
        registrations = List.copyOf(registrations);
        forms = List.copyOf(forms);
        requireNonNull(localPresence);
        requireNonNull(termMonths);
        requireNonNull(briefing);
        requireNonNull(sector);
    }

    /**
     * A briefing session.
     *
     * @param compulsory whether missing it disqualifies
     * @param date when, where the tender's fields say so
     */
    public record BriefingRequirement(
            boolean compulsory, Optional<Instant> date, Optional<String> venue, Evidence evidence) {
        public BriefingRequirement {
            requireNonNull(date);
            requireNonNull(venue);
            requireNonNull(evidence);
        }
    }
}
