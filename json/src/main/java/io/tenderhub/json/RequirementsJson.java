package io.tenderhub.json;

import static io.tenderhub.json.JsonText.printed;
import static io.tenderhub.json.JsonText.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.PreferenceSystem;
import io.tenderhub.requirement.Requirements;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Requirements as plain values, a field left out where nothing is stated; the words behind each stand in {@code evidence}
 * (behind gradings and the briefing: beside the value).
 */
public final class RequirementsJson {
    public static final ObjectShape SHAPE = Shape.object("Requirements")
            .maybe(
                    "cidb",
                    Shape.list(Shape.object("CidbRequirement")
                            .with("class", Shape.text().withExample("GB"))
                            .with("grade", Shape.whole(1, 9))
                            .with("orHigher", Shape.truth())
                            .with("pe", Shape.truth().described("Potentially emerging"))
                            .with("evidence", Shape.text())
                            .with("field", Shape.text())))
            .maybe("preferenceSystem", Shape.text().withExample("80/20"))
            .maybe("experienceYears", Shape.count())
            .maybe("bbbeeLevel", Shape.whole(1, 8))
            .maybe("registrations", Shape.list(Shape.text()))
            .maybe("forms", Shape.list(Shape.text()))
            .maybe("specificGoals", Shape.list(Shape.text()))
            .maybe("localPresence", Shape.truth())
            .maybe("termMonths", Shape.count())
            .maybe(
                    "briefing",
                    Shape.object("BriefingRequirement")
                            .with("compulsory", Shape.truth())
                            .maybe("date", Shape.instant())
                            .maybe("venue", Shape.text())
                            .with("evidence", Shape.text())
                            .with("field", Shape.text()))
            .maybe("sector", Shape.text())
            .with(
                    "evidence",
                    Shape.list(Shape.object("RequirementEvidence")
                            .with("requirement", Shape.text())
                            .with("field", Shape.text())
                            .with("text", Shape.text())));

    private RequirementsJson() {}

    public static void write(JsonGenerator json, Requirements found) throws IOException {
        json.writeStartObject();
        cidb(json, found.cidb());
        if (found.preferenceSystem().isPresent()) {
            PreferenceSystem system = found.preferenceSystem().get().value();
            json.writeStringField("preferenceSystem", system.code());
        }
        number(json, "experienceYears", found.experienceYears());
        number(json, "bbbeeLevel", found.bbbeeLevel());
        values(json, "registrations", found.registrations());
        values(json, "forms", found.forms());
        values(json, "specificGoals", found.specificGoals());
        if (found.localPresence().isPresent()) {
            json.writeBooleanField("localPresence", true);
        }
        number(json, "termMonths", found.termMonths());
        if (found.briefing().isPresent()) {
            briefing(json, found.briefing().get());
        }
        if (found.sector().isPresent()) {
            json.writeStringField(
                    "sector",
                    found.sector().get().value().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        evidence(json, found);
        json.writeEndObject();
    }

    private static void cidb(JsonGenerator json, List<CidbRequirement> gradings) throws IOException {
        if (gradings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("cidb");
        for (CidbRequirement grading : gradings) {
            json.writeStartObject();
            json.writeStringField("class", grading.grade().cidbClass().name());
            json.writeNumberField("grade", grading.grade().grade());
            json.writeBooleanField("orHigher", grading.orHigher());
            json.writeBooleanField("pe", grading.potentiallyEmerging());
            json.writeStringField("evidence", grading.evidence().text());
            json.writeStringField("field", grading.evidence().field());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void briefing(JsonGenerator json, Requirements.BriefingRequirement briefing) throws IOException {
        json.writeObjectFieldStart("briefing");
        json.writeBooleanField("compulsory", briefing.compulsory());
        printed(json, "date", briefing.date());
        text(json, "venue", briefing.venue());
        json.writeStringField("evidence", briefing.evidence().text());
        json.writeStringField("field", briefing.evidence().field());
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, Requirements found) throws IOException {
        json.writeArrayFieldStart("evidence");
        one(json, "preferenceSystem", found.preferenceSystem());
        one(json, "experienceYears", found.experienceYears());
        one(json, "bbbeeLevel", found.bbbeeLevel());
        all(json, "registrations", found.registrations());
        all(json, "forms", found.forms());
        all(json, "specificGoals", found.specificGoals());
        one(json, "localPresence", found.localPresence());
        one(json, "termMonths", found.termMonths());
        one(json, "sector", found.sector());
        json.writeEndArray();
    }

    private static void one(JsonGenerator json, String requirement, Optional<? extends Finding<?>> finding)
            throws IOException {
        if (finding.isPresent()) {
            entry(json, requirement, finding.get().evidence());
        }
    }

    private static void all(JsonGenerator json, String requirement, List<Finding<String>> findings) throws IOException {
        for (Finding<String> finding : findings) {
            entry(json, requirement + "." + finding.value(), finding.evidence());
        }
    }

    private static void entry(JsonGenerator json, String requirement, Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("requirement", requirement);
        json.writeStringField("field", evidence.field());
        json.writeStringField("text", evidence.text());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String field, Optional<Finding<Integer>> finding)
            throws IOException {
        JsonText.number(json, field, finding.map(Finding::value));
    }

    private static void values(JsonGenerator json, String field, List<Finding<String>> findings) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (Finding<String> finding : findings) {
            json.writeString(finding.value());
        }
        json.writeEndArray();
    }
}
