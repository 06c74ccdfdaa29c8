package io.tenderhub.json;

import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.requirement.Evidence;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes many scores as lines of UTF-8, each ended by a line feed: JSON as {@link ScoreJson} has it, or CSV. Sentences that many scores
 * have in common are written once and copied then. For any number of threads.
 */
public final class ScoreLines {
    /** The columns of the CSV, without those of a profile. */
    public static final String COLUMNS =
            "ocid,tenderId,score,recommendation,recommendationReason,blockers,fixable,closesAt,heading,policy,policyVersion,generatedAt";

    private static final int USUAL_LENGTH = 2048;

    private final KeptBytes checklist = new KeptBytes();
    private final KeptBytes notes = new KeptBytes();
    private final KeptBytes ends = new KeptBytes();
    private final KeptBytes reasons = new KeptBytes();

    /** Some lines, such as those of one tender. For one thread. */
    public final class Page {
        private final Utf8 lines = new Utf8(USUAL_LENGTH);

        private Page() {}

        /**
         * @param profile whose score it is, as the first field; left out if empty
         */
        public void json(Optional<String> profile, ReadinessScore score) {
            jsonLine(lines, profile, score);
        }

        /**
         * @param profile whose score it is, as the first column; left out if empty
         * @param heading of the tender
         * @param closesAt closing time of the tender
         */
        public void csv(Optional<String> profile, ReadinessScore score, String heading, Optional<Instant> closesAt) {
            csvLine(lines, profile, score, heading, closesAt);
        }

        public byte[] bytes() {
            return lines.bytes();
        }
    }

    public Page page() {
        return new Page();
    }

    private void jsonLine(Utf8 line, Optional<String> profile, ReadinessScore score) {
        line.add('{');
        if (profile.isPresent()) {
            line.add(Key.PROFILE);
            line.json(profile.get());
            line.add(',');
        }
        line.add(Key.OCID);
        line.json(score.ocid());
        line.add(Key.TENDER_ID);
        line.json(score.tenderId());
        line.add(Key.SCORE);
        points(line, score.points());
        line.add(Key.RECOMMENDATION);
        line.json(score.recommendation().words());
        line.add(Key.REASON);
        reasons.add(line, score.recommendationReason().hashCode(), score.recommendationReason(), Utf8::json);
        line.add(Key.BLOCKERS);
        notes(line, score.blockers());
        line.add(Key.FIXABLE);
        notes(line, score.fixable());
        line.add(Key.CHECKLIST);
        for (int i = 0; i < score.checklist().size(); i++) {
            if (i > 0) {
                line.add(',');
            }
            line(line, score.checklist().get(i));
        }
        End end = new End(score.policy(), score.policyVersion(), score.generatedAt());
        ends.add(line, end.hashCode(), end, ScoreLines::end);
    }

    private void line(Utf8 target, ChecklistLine line) {
        Optional<Evidence> evidence = line.evidence();
        Said said = new Said(line.criterion(), line.outcome().ordinal(), line.points(), line.weight(), line.reason());
        checklist.add(target, line.reason().hashCode(), said, (written, value) -> said(written, line));
        if (evidence.isPresent()) {
            target.add(Key.EVIDENCE);
            target.json(evidence.get().field());
            target.add(Key.TEXT);
            target.json(evidence.get().text());
            target.add('}');
        }
        target.add('}');
    }

    private static void said(Utf8 target, ChecklistLine line) {
        target.add("{\"criterion\":");
        target.json(line.criterion());
        target.add(",\"outcome\":");
        target.json(line.outcome().code());
        target.add(",\"points\":");
        points(target, line.points());
        target.add(",\"weight\":" + line.weight() + ",\"reason\":");
        target.json(line.reason());
    }

    private void notes(Utf8 target, List<Note> list) {
        target.add('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                target.add(',');
            }
            Note note = list.get(i);
            notes.add(target, note.message().hashCode(), note, ScoreLines::note);
        }
        target.add(']');
    }

    private static void note(Utf8 target, Note note) {
        target.add("{\"code\":");
        target.json(note.code());
        target.add(",\"message\":");
        target.json(note.message());
        target.add('}');
    }

    private static void end(Utf8 target, End end) {
        target.add("],\"policy\":");
        target.json(end.policy);
        target.add(",\"policyVersion\":");
        target.json(end.version);
        target.add(",\"generatedAt\":");
        target.json(end.generatedAt.toString());
        target.add("}\n");
    }

    private void csvLine(
            Utf8 line, Optional<String> profile, ReadinessScore score, String heading, Optional<Instant> closesAt) {
        if (profile.isPresent()) {
            cell(line, profile.get());
        }
        cell(line, score.ocid());
        cell(line, score.tenderId());
        points(line, score.points());
        line.add(',');
        cell(line, score.recommendation().words());
        cell(line, score.recommendationReason());
        cell(line, messages(score.blockers()));
        cell(line, messages(score.fixable()));
        cell(line, closesAt.isPresent() ? Instants.text(closesAt.get()) : "");
        cell(line, heading);
        cell(line, score.policy());
        cell(line, score.policyVersion());
        line.add(Csv.text(score.generatedAt().toString()));
        line.add('\n');
    }

    private static void cell(Utf8 line, String text) {
        line.add(Csv.text(text));
        line.add(',');
    }

    private static String messages(List<Note> notes) {
        if (notes.size() < 2) {
            return notes.isEmpty() ? "" : notes.get(0).message();
        }
        StringBuilder messages = new StringBuilder(notes.get(0).message());
        for (int i = 1; i < notes.size(); i++) {
            messages.append("; ").append(notes.get(i).message());
        }
        return messages.toString();
    }

    /** Points with at most one decimal, whole ones without it. */
    private static void points(Utf8 target, double points) {
        long tenths = Math.round(points * 10);
        if (tenths < 0 || tenths > 1000 || tenths / 10.0 != points) {
            BigDecimal plain = BigDecimal.valueOf(points).stripTrailingZeros();
            target.add(plain.toPlainString());
            return;
        }
        long whole = tenths / 10;
        if (whole >= 100) {
            target.add((char) ('0' + whole / 100));
        }
        if (whole >= 10) {
            target.add((char) ('0' + whole / 10 % 10));
        }
        target.add((char) ('0' + whole % 10));
        if (tenths % 10 != 0) {
            target.add('.');
            target.add((char) ('0' + tenths % 10));
        }
    }

    /** What a line says without evidence. */
    private record Said(String criterion, int outcome, double points, int weight, String reason) {}

    private record End(String policy, String version, Instant generatedAt) {}

    private static final class Key {
        static final byte[] PROFILE = bytes("\"profile\":");
        static final byte[] OCID = bytes("\"ocid\":");
        static final byte[] TENDER_ID = bytes(",\"tenderId\":");
        static final byte[] SCORE = bytes(",\"score\":");
        static final byte[] RECOMMENDATION = bytes(",\"recommendation\":");
        static final byte[] REASON = bytes(",\"recommendationReason\":");
        static final byte[] BLOCKERS = bytes(",\"blockers\":");
        static final byte[] FIXABLE = bytes(",\"fixable\":");
        static final byte[] CHECKLIST = bytes(",\"checklist\":[");
        static final byte[] EVIDENCE = bytes(",\"evidence\":{\"field\":");
        static final byte[] TEXT = bytes(",\"text\":");

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
