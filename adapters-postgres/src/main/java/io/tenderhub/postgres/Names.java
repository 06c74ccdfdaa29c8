package io.tenderhub.postgres;

import io.tenderhub.naming.NamePrefix;

/** What everything in the database is called under one prefix; the migrations use the same names. */
record Names(NamePrefix prefix) {

    String tenders() {
        return prefix + "_tenders";
    }

    String profiles() {
        return prefix + "_profiles";
    }

    String outbox() {
        return prefix + "_outbox";
    }

    String progress() {
        return prefix + "_progress";
    }

    /** The scheduler's. */
    String scheduledTasks() {
        return prefix + "_scheduled_tasks";
    }

    /** Flyway's own table. */
    String schemaHistory() {
        return prefix + "_schema_history";
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
