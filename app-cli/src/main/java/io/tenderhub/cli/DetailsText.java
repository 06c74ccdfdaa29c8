package io.tenderhub.cli;

import io.tenderhub.details.TenderDetails;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.Warning;
import java.util.ArrayList;
import java.util.List;

/** A tender with what is known about it, for people. */
final class DetailsText {
    private DetailsText() {}

    static List<String> lines(TenderDetails details) {
        Tender tender = details.stored().tender();
        List<String> lines = new ArrayList<>();
        lines.add(tender.heading());
        TextTable table = new TextTable("", "");
        table.row("ocid", tender.ocid());
        table.row("reference", tender.title().orElse(tender.id()));
        tender.buyingOrganisation().map(Organisation::name).ifPresent(name -> table.row("buyer", name));
        tender.status().map(TenderStatus::code).ifPresent(code -> table.row("status", code));
        tender.category().ifPresent(category -> table.row("category", category));
        tender.province().ifPresent(province -> table.row("province", province));
        table.row("published", tender.releaseDate().toString());
        tender.closesAt().ifPresent(closing -> table.row("closes", closing.toString()));
        table.row("version", String.valueOf(details.stored().version()));
        table.lines().stream().skip(1).forEach(line -> lines.add("  " + line));
        lines.add("");
        details.summary()
                .ifPresentOrElse(
                        summary -> lines.addAll(SummaryText.of("Summary", summary.summary())
                                .lines()
                                .toList()),
                        () -> lines.add(
                                details.complete()
                                        ? "No summary yet: the worker makes it."
                                        : "Summary and score can't be read just now: MongoDB does not answer."));
        details.score().ifPresent(score -> {
            lines.add("");
            lines.addAll(ChecklistText.lines(score.score()));
        });
        if (!tender.warnings().isEmpty()) {
            lines.add("");
            lines.add("Warnings about what was published:");
            for (Warning warning : tender.warnings()) {
                lines.add("  - " + warning.path() + ": " + warning.message());
            }
        }
        return lines;
    }
}
