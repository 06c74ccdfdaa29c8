package io.tenderhub.cli;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tenders come into question, for every command that looks for some. */
final class FilterOptions {
    @Option(names = "--province", description = "Province or region; may be given several times.")
    private Set<String> provinces = new LinkedHashSet<>();

    @Option(names = "--buyer", description = "Name of the buyer; may be given several times.")
    private Set<String> buyers = new LinkedHashSet<>();

    @Option(names = "--category", description = "Main procurement category; may be given several times.")
    private Set<String> categories = new LinkedHashSet<>();

    @Option(names = "--status", description = "OCDS status, such as active; may be given several times.")
    private Set<String> statuses = new LinkedHashSet<>();

    @Option(names = "--method", description = "OCDS procurement method, such as open; may be given several times.")
    private Set<String> methods = new LinkedHashSet<>();

    @Option(names = "--closing-from", paramLabel = "INSTANT", description = "Closing at or after.")
    private @Nullable Instant closingFrom;

    @Option(names = "--closing-to", paramLabel = "INSTANT", description = "Closing before.")
    private @Nullable Instant closingTo;

    @Option(names = "--published-from", paramLabel = "INSTANT", description = "Published at or after.")
    private @Nullable Instant publishedFrom;

    @Option(names = "--published-to", paramLabel = "INSTANT", description = "Published before.")
    private @Nullable Instant publishedTo;

    @Option(names = "--value-from", paramLabel = "AMOUNT", description = "Estimated value at least.")
    private @Nullable BigDecimal valueFrom;

    @Option(names = "--value-to", paramLabel = "AMOUNT", description = "Estimated value at most.")
    private @Nullable BigDecimal valueTo;

    @Option(names = "--only-disclosed", description = "Leave out tenders without a value when filtering by value.")
    private boolean onlyDisclosed;

    @Option(
            names = "--compulsory-briefing",
            paramLabel = "true|false",
            description = "Only with, or only without, a compulsory briefing.")
    private @Nullable Boolean compulsoryBriefing;

    @Option(names = "--cidb-class", paramLabel = "CLASS", description = "Asks for this class, such as GB.")
    private @Nullable CidbClass cidbClass;

    @Option(names = "--highest-grade", paramLabel = "1-9", description = "Asks for no grade above this one.")
    private @Nullable Integer highestGrade;

    TenderFilter filter() {
        return TenderQuery.builder()
                .provinces(provinces)
                .buyers(buyers)
                .categories(categories)
                .statuses(statuses)
                .methods(methods)
                .closingFrom(closingFrom)
                .closingTo(closingTo)
                .publishedFrom(publishedFrom)
                .publishedTo(publishedTo)
                .valueFrom(valueFrom)
                .valueTo(valueTo)
                .includeUndisclosed(!onlyDisclosed)
                .compulsoryBriefing(compulsoryBriefing)
                .cidbClass(cidbClass)
                .highestGrade(highestGrade)
                .build()
                .filter();
    }
}
