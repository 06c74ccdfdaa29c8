package io.tenderhub.cli;

/** How a list is printed. */
enum ListFormat {
    /** Columns, for people. */
    TABLE,
    /** One JSON object a line. */
    JSONL
}
