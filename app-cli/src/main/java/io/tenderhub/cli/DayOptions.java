package io.tenderhub.cli;

import io.tenderhub.analytics.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Days of the zone that analytics go by. */
final class DayOptions {
    @Option(names = "--from", paramLabel = "DAY", description = "The first day that counts, such as 2026-02-20.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The day after the last that counts.")
    private @Nullable LocalDate to;

    DayRange range() {
        return new DayRange(Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
