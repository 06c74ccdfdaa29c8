package io.tenderhub.contract;

import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Classification;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderDocument;
import io.tenderhub.tender.TenderStatus;
import io.tenderhub.tender.TenderToStore;
import io.tenderhub.tender.Warning;
import io.tenderhub.tender.WarningCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tenders for tests. */
public final class SampleTenders {
    /** When {@link #release release} 0 was published. */
    public static final Instant PUBLISHED = Instant.parse("2026-10-01T08:00:00Z");

    private SampleTenders() {}

    /** {@code ocds-sample-00007}. */
    public static String ocid(int number) {
        return String.format(Locale.ROOT, "ocds-sample-%05d", number);
    }

    /** A tender with a title and nothing else, to be built on. */
    public static TenderBuilder tender(String ocid) {
        return Tender.builder(ocid, PUBLISHED).title("Paving of the road to " + ocid);
    }

    /** The release of this number: each is published a day after the one before and says something else. */
    public static Tender release(String ocid, int number) {
        return Tender.builder(ocid, PUBLISHED.plus(Duration.ofDays(number)))
                .title("Release " + number + " of the tender")
                .raw("{\"ocid\":\"" + ocid + "\",\"release\":" + number + "}")
                .build();
    }

    /** A period of which nothing is known but its end. */
    public static Period closing(Instant at) {
        return new Period(Optional.empty(), Optional.of(at));
    }

    /** As it is stored where its words ask for no grading. */
    public static TenderToStore toStore(Tender tender, CidbGrade... cidb) {
        return new TenderToStore(tender, Set.of(cidb));
    }

    /** A tender with every field set, texts with quotes and letters beyond ASCII, and times to the nanosecond. */
    public static Tender full(String ocid) {
        return Tender.builder(ocid, Instant.parse("2026-10-01T08:00:00.123456789Z"))
                .id("RFQ/12 \"A\"")
                .title("Upgrade of the Nkomazi clinic – phase two")
                .description("Build a clinic's wing; see 'annexure B'.\nBring 50% of the plant \\ tools. 工事")
                .status(new TenderStatus("active"))
                .buyer(new Organisation(Optional.of("ZA-1"), "Nkomazi Municipality"))
                .procuringEntity(new Organisation(Optional.empty(), "Department of Health"))
                .value(new Money(new BigDecimal("1234567.89"), "ZAR"))
                .procurementMethod("open")
                .procurementMethodDetails("Request for Bid(Open-Tender)")
                .category("works")
                .additionalCategories(List.of("Construction", "Civil engineering"))
                .items(List.of(
                        new Item(
                                Optional.of("1"),
                                Optional.of("Brick walls"),
                                List.of(new Classification(
                                        Optional.of("CPV"), Optional.of("45262500"), Optional.of("Masonry")))),
                        new Item(Optional.empty(), Optional.empty(), List.of())))
                .province("Mpumalanga")
                .deliveryLocation("12 Main Street, Malelane")
                .tenderPeriod(new Period(
                        Optional.of(Instant.parse("2026-10-02T00:00:00Z")),
                        Optional.of(Instant.parse("2026-11-02T11:00:00.000000001Z"))))
                .briefing(new Briefing(
                        true, Optional.of(Instant.parse("2026-10-12T10:00:00Z")), Optional.of("Malelane town hall")))
                .documents(List.of(new TenderDocument(
                        Optional.of("d1"),
                        Optional.of("biddingDocuments"),
                        Optional.of("Bid.pdf"),
                        Optional.of("https://example.org/Bid.pdf?a=1&b=2"),
                        Optional.of("application/pdf"))))
                .contact(new Contact(
                        Optional.of("Supply Chain"), Optional.of("bids@example.org"), Optional.of("000 000 0000")))
                .specialConditions("CIDB 5GB or higher")
                .language("en")
                .awards(List.of(new Award(
                        Optional.of("a1"),
                        Optional.of("active"),
                        Optional.of(Instant.parse("2026-12-01T00:00:00Z")),
                        Optional.of(Money.rand(1_200_000)),
                        List.of(new Organisation(Optional.of("S-1"), "Builders & Sons")))))
                .source(new Source("file.json", "releases[3]", Source.Format.OCDS))
                .warnings(List.of(new Warning(WarningCode.BLANKS_TRIMMED, "tender.title", "Blanks were removed.")))
                .raw("{\"ocid\":\"" + ocid + "\",\"tender\":{\"value\":{\"amount\":1234567.890}},\"b\":1,\"a\":\"é\"}")
                .build();
    }
}
