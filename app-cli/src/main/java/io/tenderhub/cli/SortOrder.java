package io.tenderhub.cli;

import io.tenderhub.tender.TenderSort;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code closing-soonest} and the like. */
final class SortOrder implements ITypeConverter<TenderSort> {
    @Override
    public TenderSort convert(String value) {
        try {
            return TenderSort.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "is relevance, closing-soonest, newest, value or readiness, not " + value);
        }
    }
}
