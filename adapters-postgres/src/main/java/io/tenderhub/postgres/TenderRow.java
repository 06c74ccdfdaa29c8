package io.tenderhub.postgres;

import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.TenderToStore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tender as the texts of its columns, which the statement casts to their types. Most of them are made only when it is written, which a
 * tender that stands there already is not.
 *
 * @param hash of what it says, in hexadecimal digits
 */
record TenderRow(Tender tender, List<String> grades, String hash, int contentLength) {
    /** Of a {@code numeric}: digits before and after the point (PostgreSQL manual, "Numeric Types"). */
    private static final int MOST_DIGITS = 131_072;

    private static final int MOST_FRACTION_DIGITS = 16_383;

    /** A column and how its text is made; the order is that of the statement. The text of {@code raw_text} is that of {@code raw}. */
    record Column(String name, String type, Function<TenderRow, @Nullable String> text) {}

    static final List<Column> COLUMNS = List.of(
            new Column("ocid", "text", row -> row.tender.ocid()),
            new Column("tender_id", "text", row -> row.tender.id()),
            new Column("heading", "text", row -> row.tender.heading()),
            new Column("buyer", "text", row -> orNull(row.buyer())),
            new Column("buyer_key", "text", row -> key(row.buyer())),
            new Column("province", "text", row -> orNull(row.tender.province())),
            new Column("province_key", "text", row -> key(row.tender.province())),
            new Column("category", "text", row -> orNull(row.tender.category())),
            new Column("category_key", "text", row -> key(row.tender.category())),
            new Column("status", "text", row -> orNull(row.status())),
            new Column("status_key", "text", row -> key(row.status())),
            new Column("method", "text", row -> orNull(row.tender.procurementMethod())),
            new Column("method_key", "text", row -> key(row.tender.procurementMethod())),
            new Column(
                    "value_amount",
                    "numeric",
                    row -> orNull(row.tender.value().map(value -> value.amount().toPlainString()))),
            new Column(
                    "value_currency", "text", row -> orNull(row.tender.value().map(Money::currency))),
            new Column("release_date", "timestamptz", row -> Times.text(row.tender.releaseDate())),
            new Column("release_nanos", "smallint", row -> "" + Times.nanos(row.tender.releaseDate())),
            new Column(
                    "closes_at",
                    "timestamptz",
                    row -> orNull(row.tender.closesAt().map(Times::text))),
            new Column(
                    "closes_nanos",
                    "smallint",
                    row -> "" + row.tender.closesAt().map(Times::nanos).orElse(0)),
            new Column(
                    "compulsory_briefing",
                    "boolean",
                    row -> ""
                            + row.tender.briefing().filter(Briefing::compulsory).isPresent()),
            new Column("cidb", "text[]", row -> array(row.grades)),
            new Column("cidb_classes", "text[]", row -> array(row.classes())),
            new Column("cidb_highest", "smallint", TenderRow::highest),
            new Column("document", "jsonb", row -> Documents.tender(row.tender)),
            new Column("raw", "jsonb", row -> row.tender.raw()),
            new Column("content_hash", "bytea", row -> "\\x" + row.hash));

    /** What tells whether the same stands there already, or something newer. */
    static final List<Column> COMPARED = COLUMNS.stream()
            .filter(column -> Set.of("ocid", "release_date", "release_nanos", "content_hash")
                    .contains(column.name()))
            .toList();

    /**
     * @throws InvalidInputException if a time or amount is beyond what the columns hold
     */
    static TenderRow of(TenderToStore toStore) {
        Tender tender = toStore.tender();
        List<FieldProblem> problems = new ArrayList<>();
        check("date", Optional.of(tender.releaseDate()), problems);
        check("tender.tenderPeriod.endDate", tender.closesAt(), problems);
        tender.value().map(Money::amount).ifPresent(amount -> check("tender.value.amount", amount, problems));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("tender " + tender.ocid(), problems);
        }
        List<String> grades =
                toStore.cidb().stream().map(CidbGrade::toString).sorted().toList();
        String content = Documents.content(tender);
        return new TenderRow(tender, grades, hash(content, tender.raw(), grades), content.length());
    }

    /** Roughly how much memory and line it takes. */
    long size() {
        return contentLength + tender.raw().length() + 1000L;
    }

    private Optional<String> buyer() {
        return tender.buyingOrganisation().map(Organisation::name);
    }

    private Optional<String> status() {
        return tender.status().map(TenderStatus::code);
    }

    private List<String> classes() {
        return grades.stream().map(grade -> grade.substring(1)).distinct().toList();
    }

    private @Nullable String highest() {
        OptionalInt highest =
                grades.stream().mapToInt(grade -> grade.charAt(0) - '0').max();
        return highest.isPresent() ? "" + highest.getAsInt() : null;
    }

    private static void check(String path, Optional<Instant> time, List<FieldProblem> problems) {
        time.filter(instant -> !Times.fits(instant))
                .ifPresent(instant -> problems.add(
                        new FieldProblem(path, "must be from the year 4713 BC to 294276, not " + instant)));
    }

    private static void check(String path, BigDecimal amount, List<FieldProblem> problems) {
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS || amount.scale() > MOST_FRACTION_DIGITS) {
            problems.add(new FieldProblem(
                    path,
                    "must have at most " + MOST_DIGITS + " digits before and " + MOST_FRACTION_DIGITS
                            + " after the point"));
        }
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    private static @Nullable String key(Optional<String> text) {
        return text.map(SearchText::key).orElse(null);
    }

    /** Grades and classes have nothing in them that would need quoting. */
    private static String array(List<String> words) {
        return words.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static String hash(String document, String raw, List<String> grades) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(document, raw, String.join(",", grades))) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
