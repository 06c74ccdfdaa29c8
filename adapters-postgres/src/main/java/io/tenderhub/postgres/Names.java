package io.tenderhub.postgres;

import io.tenderhub.naming.NamePrefix;
import java.util.List;

/** What everything in the database is called under one prefix; the migrations use the same names. */
record Names(NamePrefix prefix) {

    String tenders() {
        return prefix + "_tenders";
    }

    /** A table that each connection has for itself, as long as it lasts; it is not among {@link #tables}. */
    String stagedTenders() {
        return prefix + "_tenders_staged";
    }

    String tenderVersions() {
        return prefix + "_tender_versions";
    }

    String fingerprints() {
        return prefix + "_fingerprints";
    }

    String words() {
        return prefix + "_words";
    }

    String profiles() {
        return prefix + "_profiles";
    }

    String outbox() {
        return prefix + "_outbox";
    }

    String users() {
        return prefix + "_users";
    }

    String teams() {
        return prefix + "_teams";
    }

    String members() {
        return prefix + "_members";
    }

    String invitations() {
        return prefix + "_invitations";
    }

    String apiKeys() {
        return prefix + "_api_keys";
    }

    String audit() {
        return prefix + "_audit";
    }

    String teamSagas() {
        return prefix + "_team_sagas";
    }

    String workspace() {
        return prefix + "_workspace";
    }

    String savedSearches() {
        return prefix + "_saved_searches";
    }

    String searchMatches() {
        return prefix + "_search_matches";
    }

    String progress() {
        return prefix + "_progress";
    }

    String keptAnswers() {
        return prefix + "_kept_answers";
    }

    /** The scheduler's. */
    String scheduledTasks() {
        return prefix + "_scheduled_tasks";
    }

    /** What tenders mean, where the database has vectors; this one and the next two are not among {@link #tables}. */
    String meanings() {
        return prefix + "_meanings";
    }

    String meaningPassages() {
        return prefix + "_meaning_passages";
    }

    /** One row: of which kind the index is, how far it has come and who keeps it. */
    String meaningIndex() {
        return prefix + "_meaning_index";
    }

    /** Flyway's own table. */
    String schemaHistory() {
        return prefix + "_schema_history";
    }

    /** Every table that the migrations make. */
    List<String> tables() {
        return List.of(
                tenders(),
                tenderVersions(),
                fingerprints(),
                words(),
                profiles(),
                outbox(),
                users(),
                teams(),
                members(),
                invitations(),
                apiKeys(),
                audit(),
                teamSagas(),
                workspace(),
                savedSearches(),
                searchMatches(),
                progress(),
                keptAnswers(),
                scheduledTasks());
    }

    /** The function that makes the marks of a tender. */
    String marks() {
        return prefix + "_marks";
    }

    /** The role that sees one team. */
    String appRole() {
        return prefix + "_app";
    }

    /** The role that sees all teams. */
    String systemRole() {
        return prefix + "_system";
    }

    /** Notified whenever events were appended. */
    String outboxChannel() {
        return prefix + "_outbox";
    }

    /** Switched on by a transaction that raises the events of the tenders it changes; the trigger raises them for all others. */
    String raisesEventsSetting() {
        return prefix + ".raises_events";
    }

    /** The setting that holds a transaction's team, for row-level policies. */
    String teamSetting() {
        return prefix + ".team";
    }
}
