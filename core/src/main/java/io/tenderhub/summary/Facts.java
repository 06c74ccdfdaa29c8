package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;
import java.util.Optional;
import java.util.StringJoiner;

/** What a bidder asks first, in fixed fields, each in a few words; absent where the tender does not say. */
public record Facts(
        Optional<String> closing,
        Optional<String> briefing,
        Optional<String> cidb,
        Optional<String> value,
        Optional<String> place,
        Optional<String> contact) {
    public Facts {
        requireNonNull(closing);
        requireNonNull(briefing);
        requireNonNull(cidb);
        requireNonNull(value);
        requireNonNull(place);
        requireNonNull(contact);
    }

    /** What a tender and its requirements say; every number is one that the tender has. */
    public static Facts of(Tender tender, Requirements requirements) {
        return FactsFinder.of(tender, requirements);
    }

    /** {@code Closing: 2026-12-01 11:00 | CIDB: 5GB | Place: Gauteng}: one printable line, empty if there are no facts. */
    public String line() {
        StringJoiner line = new StringJoiner(" | ");
        closing.ifPresent(text -> line.add("Closing: " + text));
        briefing.ifPresent(text -> line.add("Briefing: " + text));
        cidb.ifPresent(text -> line.add("CIDB: " + text));
        value.ifPresent(text -> line.add("Value: " + text));
        place.ifPresent(text -> line.add("Place: " + text));
        contact.ifPresent(text -> line.add("Contact: " + text));
        return line.toString();
    }
}
