package io.tenderhub.cli.violation;

import javax.sql.DataSource;

/** Breaks: an application is thin. */
public record CommandUsingADriver(DataSource driver) {}
