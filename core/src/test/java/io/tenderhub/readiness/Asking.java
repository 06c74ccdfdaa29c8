package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.PreferenceSystem;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Requirements.BriefingRequirement;
import io.tenderhub.requirement.Sector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requirements by hand. */
final class Asking {
    private final List<CidbRequirement> cidb = new ArrayList<>();
    private Optional<Finding<Integer>> bbbeeLevel = Optional.empty();
    private final List<Finding<String>> goals = new ArrayList<>();
    private Optional<Finding<PreferenceSystem>> system = Optional.empty();
    private Optional<Finding<Integer>> years = Optional.empty();
    private final List<Finding<String>> registrations = new ArrayList<>();
    private final List<Finding<String>> forms = new ArrayList<>();
    private Optional<Finding<String>> local = Optional.empty();
    private Optional<Finding<Integer>> term = Optional.empty();
    private Optional<BriefingRequirement> briefing = Optional.empty();
    private Optional<Finding<Sector>> sector = Optional.empty();

    Asking cidb(String grading) {
        return cidb(grading, false);
    }

    Asking cidbOrEmerging(String grading) {
        return cidb(grading, true);
    }

    private Asking cidb(String grading, boolean emerging) {
        CidbGrade grade =
                new CidbGrade(CidbClass.valueOf(grading.substring(1)), Character.digit(grading.charAt(0), 10));
        cidb.add(new CidbRequirement(grade, false, emerging, evidence(grading)));
        return this;
    }

    Asking bbbeeLevel(int level, String words) {
        bbbeeLevel = Optional.of(new Finding<>(level, evidence(words)));
        return this;
    }

    Asking goal(String words) {
        goals.add(new Finding<>(words, evidence(words)));
        return this;
    }

    Asking system(PreferenceSystem value) {
        system = Optional.of(new Finding<>(value, evidence(value.code())));
        return this;
    }

    Asking years(int value) {
        years = Optional.of(new Finding<>(value, evidence(value + " years")));
        return this;
    }

    Asking registration(String name) {
        registrations.add(new Finding<>(name, evidence(name)));
        return this;
    }

    Asking form(String name) {
        forms.add(new Finding<>(name, evidence(name)));
        return this;
    }

    Asking local(String words) {
        local = Optional.of(new Finding<>(words, evidence(words)));
        return this;
    }

    Asking term(int months) {
        term = Optional.of(new Finding<>(months, evidence(months + " months")));
        return this;
    }

    Asking briefing(boolean compulsory, Optional<Instant> date) {
        briefing = Optional.of(
                new BriefingRequirement(compulsory, date, Optional.empty(), evidence("compulsory briefing")));
        return this;
    }

    Asking sector(Sector value) {
        sector = Optional.of(new Finding<>(value, evidence(value.name())));
        return this;
    }

    Requirements build() {
        return new Requirements(
                cidb, bbbeeLevel, goals, system, years, registrations, forms, local, term, briefing, sector);
    }

    private static Evidence evidence(String words) {
        return new Evidence("tender.description", words);
    }
}
