package io.tenderhub.cli;

/** How one thing is shown. */
enum TextOrJson {
    TEXT,
    JSON
}
