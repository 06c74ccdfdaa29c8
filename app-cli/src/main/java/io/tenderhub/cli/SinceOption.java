package io.tenderhub.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2026-02-20T08:00:00Z}, or {@code 2026-02-20} as the beginning of that day in UTC. */
final class SinceOption implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
        try {
            return value.indexOf('T') >= 0
                    ? Instant.parse(value)
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + value + "' is neither a day such as 2026-02-20 nor an instant such as 2026-02-20T08:00:00Z");
        }
    }
}
