package io.tenderhub.summary;

import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Requirements.BriefingRequirement;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the facts of a tender; every number in them is one that the tender has. */
final class FactsFinder {
    private static final int MOST_WORDS = 20;

    private FactsFinder() {}

    static Facts of(Tender tender, Requirements requirements) {
        return new Facts(
                tender.closesAt().map(closing -> PublishedTime.of(closing, tender.raw())),
                briefing(tender, requirements),
                cidb(requirements),
                tender.value().map(value -> value(value, tender.raw())),
                place(tender),
                tender.contact()
                        .flatMap(contact -> joined(List.of(contact.name(), contact.email(), contact.telephone()))));
    }

    private static Optional<String> briefing(Tender tender, Requirements requirements) {
        Optional<String> published =
                tender.briefing().map(b -> briefing(b.compulsory(), b.date(), b.venue(), tender.raw()));
        return published.or(() -> requirements.briefing().map(b -> briefing(b, tender.raw())));
    }

    private static String briefing(BriefingRequirement found, String raw) {
        return briefing(found.compulsory(), found.date(), found.venue(), raw);
    }

    private static String briefing(boolean compulsory, Optional<Instant> date, Optional<String> venue, String raw) {
        return joined(List.of(
                        Optional.of(compulsory ? "compulsory" : "not compulsory"),
                        date.map(when -> PublishedTime.of(when, raw)),
                        venue))
                .orElseThrow();
    }

    private static Optional<String> cidb(Requirements requirements) {
        String grades =
                requirements.cidb().stream().map(FactsFinder::cidb).distinct().collect(Collectors.joining(", "));
        return Optional.of(grades).filter(text -> !text.isEmpty());
    }

    /** The designation; the tender's own words where they write the grade in letters. */
    private static String cidb(CidbRequirement required) {
        boolean inDigits = required.evidence()
                .text()
                .contains(Integer.toString(required.grade().grade()));
        return inDigits
                ? required.grade()
                        + (required.potentiallyEmerging() ? " PE" : "")
                        + (required.orHigher() ? " or higher" : "")
                : line(required.evidence().text());
    }

    private static String value(Money value, String raw) {
        String plain = value.amount().toPlainString();
        String asWritten = value.amount().toString();
        return value.currency() + " " + (!raw.contains(plain) && raw.contains(asWritten) ? asWritten : plain);
    }

    private static Optional<String> place(Tender tender) {
        Optional<String> location = tender.deliveryLocation();
        Optional<String> province = tender.province()
                .filter(name -> location.isEmpty()
                        || !line(location.get()).toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
        return joined(List.of(location, province));
    }

    private static Optional<String> joined(List<Optional<String>> parts) {
        String text = parts.stream()
                .flatMap(Optional::stream)
                .map(FactsFinder::line)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Optional.of(text).filter(line -> !line.isEmpty());
    }

    /** One printable line of a few words. */
    private static String line(String text) {
        return Sentences.cut(text.replaceAll("\\p{Cntrl}", " "), MOST_WORDS);
    }
}
