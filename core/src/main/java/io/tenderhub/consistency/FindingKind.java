package io.tenderhub.consistency;

import java.util.Locale;

/** What can be wrong between the truth and what is kept beside it. */
public enum FindingKind {
    SUMMARY_MISSING("tenders without a summary"),
    SUMMARY_OLD("summaries older than their tender"),
    SUMMARY_NEWER("summaries of a version that the truth does not have"),
    SUMMARY_ORPHAN("summaries of no tender"),
    SCORE_MISSING("tenders without a team's score"),
    SCORE_OLD("scores older than their tender or profile"),
    SCORE_NEWER("scores of a version that the truth does not have"),
    SCORE_ORPHAN("scores of no tender"),
    TEAM_GONE("teams with scores and without a profile"),
    CACHE_DIFFERS("cached tenders that differ from the truth"),
    EVENTS_PARKED("events set aside after too many attempts"),
    EVENTS_STUCK("an outbox whose oldest event waits for too long");

    private final String meaning;

    FindingKind(String meaning) {
        this.meaning = meaning;
    }

    /** As written in reports: {@code summary-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is counted, in the plural. */
    public String meaning() {
        return meaning;
    }

    /** Whether handling an event again puts it right; else a person has to look. */
    public boolean isRepairable() {
        return this != EVENTS_PARKED && this != EVENTS_STUCK;
    }
}
