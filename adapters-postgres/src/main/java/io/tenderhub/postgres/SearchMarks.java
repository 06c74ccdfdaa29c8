package io.tenderhub.postgres;

import io.tenderhub.tender.TenderFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The marks beside a tender's words in their index, as the migration makes them, put together to a {@code tsquery}. */
final class SearchMarks {
    /** Longer ones are marked by their hash; the migration's {@code _mark} says the same. */
    private static final int LONGEST = 500;

    /** A window of more months is not told by marks: reading all that they stand for costs more than it spares. */
    private static final int MOST_MONTHS = 24;

    /** From so many on, the days of the first one do not matter; the index is asked for few marks. */
    private static final int FEW_MONTHS = 3;

    private SearchMarks() {}

    /** Nothing if no mark stands for anything that the filter asks. */
    static Optional<String> of(TenderFilter filter) {
        List<String> marks = new ArrayList<>();
        anyOf("p", filter.provinces()).ifPresent(marks::add);
        anyOf("c", filter.categories()).ifPresent(marks::add);
        anyOf("b", filter.buyers()).ifPresent(marks::add);
        anyOf("s", filter.statuses()).ifPresent(marks::add);
        anyOf("m", filter.methods()).ifPresent(marks::add);
        filter.compulsoryBriefing().ifPresent(held -> marks.add(mark("w", held ? "1" : "0")));
        filter.cidbClass().ifPresent(wanted -> marks.add(mark("k", wanted.name())));
        filter.highestGrade()
                .ifPresent(highest ->
                        marks.add(or(IntStream.rangeClosed(0, highest).mapToObj(grade -> mark("g", "" + grade)))));
        return marks.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", marks));
    }

    /**
     * Of whatever was released on the day of the first or later.
     *
     * @param last no release is later
     * @return nothing if that is too long to be told
     */
    static Optional<String> released(Instant first, Instant last) {
        LocalDate day = first.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate end = last.atOffset(ZoneOffset.UTC).toLocalDate();
        YearMonth month = YearMonth.from(day);
        long months = month.until(YearMonth.from(end), ChronoUnit.MONTHS);
        if (months < 0 || months > MOST_MONTHS) {
            return Optional.empty();
        }
        if (months >= FEW_MONTHS) {
            return Optional.of(or(LongStream.rangeClosed(0, months)
                    .mapToObj(month::plusMonths)
                    .map(later -> mark("y", number(later)))));
        }
        Stream<String> days = LongStream.rangeClosed(
                        day.toEpochDay(), month.atEndOfMonth().toEpochDay())
                .mapToObj(number -> mark("d", "" + number));
        Stream<String> rest =
                LongStream.rangeClosed(1, months).mapToObj(month::plusMonths).map(later -> mark("y", number(later)));
        return Optional.of(or(Stream.concat(days, rest)));
    }

    private static String number(YearMonth month) {
        return "" + (month.getYear() * 12L + month.getMonthValue());
    }

    private static Optional<String> anyOf(String kind, Collection<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(or(values.stream()
                        .map(value -> SearchText.key(value.replace('\0', '\ufffd')))
                        .sorted()
                        .distinct()
                        .map(key -> mark(kind, key))));
    }

    private static String or(Stream<String> marks) {
        return marks.collect(Collectors.joining(" | ", "( ", " )"));
    }

    private static String mark(String kind, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String told = bytes.length > LONGEST ? md5(bytes) : value;
        return "'" + kind + "|" + told.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
