package io.tenderhub.cli;

import io.tenderhub.search.FacetCount;
import io.tenderhub.search.Facets;
import io.tenderhub.tender.Highlight;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.TenderHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Results for people.
 *
 * @param bold whether they are shown on a terminal, where under each result the words that were looked for stand out
 */
record SearchTable(List<TenderHit> hits, boolean bold) {
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    List<String> lines() {
        TextTable table = new TextTable("CLOSES", "PROVINCE", "VALUE", "BUYER", "OCID", "TENDER");
        for (TenderHit hit : hits) {
            table.row(
                    hit.closesAt()
                            .map(Instant::toString)
                            .map(text -> text.substring(0, 10))
                            .orElse("not stated"),
                    hit.province().map(text -> TextTable.cut(text, 16)).orElse(""),
                    hit.value().map(SearchTable::money).orElse(""),
                    hit.buyer().map(text -> TextTable.cut(text, 30)).orElse(""),
                    hit.ocid(),
                    TextTable.cut(hit.heading(), 60));
        }
        return bold ? withHighlights(table.lines()) : table.lines();
    }

    /** The first line holds the titles. */
    private List<String> withHighlights(List<String> lines) {
        List<String> all = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < hits.size(); i++) {
            all.add(lines.get(i + 1));
            hits.get(i).highlights().forEach(highlight -> all.add("    " + bold(highlight)));
        }
        return all;
    }

    private static String bold(Highlight highlight) {
        StringBuilder line = new StringBuilder();
        for (Highlight.Piece piece : highlight.pieces()) {
            String text = TextTable.harmless(piece.text().replaceAll("\\s+", " "));
            line.append(piece.matched() ? BOLD + text + PLAIN : text);
        }
        return line.toString();
    }

    private static String money(Money money) {
        return money.currency() + " " + money.amount().toPlainString();
    }

    static List<String> of(Facets facets) {
        TextTable table = new TextTable(facets.estimated() ? "ABOUT" : "FOUND", "BY", "VALUE");
        table.row(String.valueOf(facets.tenders()), "all", "");
        rows(table, "province", facets.provinces());
        rows(table, "category", facets.categories());
        rows(table, "buyer", facets.buyers());
        rows(table, "status", facets.statuses());
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }

    private static void rows(TextTable table, String by, List<FacetCount> counts) {
        counts.forEach(count -> table.row(String.valueOf(count.tenders()), by, TextTable.cut(count.value(), 60)));
    }
}
