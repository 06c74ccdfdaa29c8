package io.tenderhub.mongo;

import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.Outcome;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.team.TeamId;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/**
 * The stored form of one team's scores.
 *
 * @param team whose scores they are
 */
record ScoreDocuments(TeamId team) implements DocumentForm<StoredScore> {

    /** No team's id has a slash, so that no two pairs share an id, and the ids of a team have one order with its ocids. */
    String id(String ocid) {
        return team.value() + "/" + ocid;
    }

    String ocid(String id) {
        return id.substring(id("").length());
    }

    /** Above every id of the team and below those of any other after it: the next letter after the slash. */
    String idAfterAll() {
        return team.value() + (char) ('/' + 1);
    }

    @Override
    public Document write(StoredScore stored) {
        ReadinessScore score = stored.score();
        Document document = new Document("_id", id(score.ocid()))
                .append("teamId", team.value())
                .append("tenderId", score.ocid())
                .append("reference", score.tenderId())
                .append("tenderVersion", stored.tenderVersion())
                .append("profileVersion", stored.profileVersion())
                .append("score", score.points())
                .append("recommendation", score.recommendation().words())
                .append("recommendationReason", score.recommendationReason())
                .append(
                        "checklist",
                        score.checklist().stream().map(ScoreDocuments::line).toList())
                .append("blockers", notes(score.blockers()))
                .append("fixable", notes(score.fixable()))
                .append("policy", new Document("name", score.policy()).append("version", score.policyVersion()));
        StoredInstant.write(document, score.generatedAt());
        return document;
    }

    private static Document line(ChecklistLine line) {
        Document document = new Document("criterion", line.criterion())
                .append("outcome", line.outcome().code())
                .append("points", line.points())
                .append("weight", line.weight())
                .append("reason", line.reason());
        line.evidence()
                .ifPresent(evidence -> document.append(
                        "evidence", new Document("field", evidence.field()).append("text", evidence.text())));
        return document;
    }

    private static List<Document> notes(List<Note> notes) {
        return notes.stream()
                .map(note -> new Document("code", note.code()).append("message", note.message()))
                .toList();
    }

    @Override
    public StoredScore read(Fields fields) throws UnreadableDocumentException {
        if (!fields.text("teamId").equals(team.value())) {
            throw new UnreadableDocumentException("teamId is not that of the id");
        }
        if (!fields.text("_id").equals(id(fields.text("tenderId")))) {
            throw new UnreadableDocumentException("tenderId is not that of the id");
        }
        Fields policy = fields.nested("policy");
        ReadinessScore score = new ReadinessScore(
                fields.text("tenderId"),
                fields.text("reference"),
                fields.number("score"),
                recommendation(fields),
                fields.text("recommendationReason"),
                fields.list("checklist", ScoreDocuments::line),
                fields.list("blockers", ScoreDocuments::note),
                fields.list("fixable", ScoreDocuments::note),
                policy.text("name"),
                policy.text("version"),
                StoredInstant.read(fields));
        return new StoredScore(score, fields.whole("tenderVersion"), fields.whole("profileVersion"));
    }

    private static ChecklistLine line(Fields fields) throws UnreadableDocumentException {
        return new ChecklistLine(
                fields.text("criterion"),
                outcome(fields),
                fields.number("points"),
                fields.integer("weight"),
                fields.text("reason"),
                fields.optional("evidence", evidence -> new Evidence(evidence.text("field"), evidence.text("text"))));
    }

    private static Note note(Fields fields) throws UnreadableDocumentException {
        return new Note(fields.text("code"), fields.text("message"));
    }

    private static Recommendation recommendation(Fields fields) throws UnreadableDocumentException {
        String words = fields.text("recommendation");
        return Arrays.stream(Recommendation.values())
                .filter(recommendation -> recommendation.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocumentException("recommendation is of no known kind"));
    }

    private static Outcome outcome(Fields fields) throws UnreadableDocumentException {
        String code = fields.text("outcome");
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnreadableDocumentException(fields.path() + "outcome is of no known kind"));
    }
}
