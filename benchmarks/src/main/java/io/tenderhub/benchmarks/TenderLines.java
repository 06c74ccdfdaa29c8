package io.tenderhub.benchmarks;

import java.time.LocalDate;
import java.util.Random;

/**
 * Tenders out of nothing but a few phrases, in the shape of the South African eTenders API. Ids, dates, values, places and words
 * vary; about a third asks for a CIDB grading, about a tenth has a disclosed value. To be asked for lines in their order.
 */
final class TenderLines implements ReleaseLines {
    private static final long FIRST_OCID = 100_000;
    private static final String[] WORKS = {
        "Construction of a new classroom block at",
        "Supply and delivery of stationery to",
        "Provision of security services at",
        "Repairs and renovations to the ablution facilities of",
        "Maintenance of the sewer pump station near",
        "Appointment of a service provider for cleaning services at",
        "Upgrading of the gravel road past",
        "Supply, installation and commissioning of standby generators for",
        "Drilling and equipping of boreholes at",
        "Provision of catering services for",
        "Design and construction of a community hall next to",
        "Internal audit services for"
    };
    private static final String[] PLACES = {
        "Nositha Primary School",
        "the Magistrate's Office",
        "Tembisa Hospital",
        "the Regional Office",
        "Ward 22",
        "the Depot",
        "Sakhile Clinic",
        "the Water Treatment Works",
        "Umzimkhulu Campus",
        "the Civic Centre"
    };
    private static final String[] PROVINCES = {
        "Gauteng",
        "KwaZulu-Natal",
        "Western Cape",
        "Eastern Cape",
        "Limpopo",
        "Mpumalanga",
        "North West",
        "Free State",
        "Northern Cape"
    };
    private static final String[] GRADINGS = {
        "CIDB grading: 7CE or higher.",
        "CIDB Grade 5 GB or higher.",
        "Tenderers must have a contractor grading of 3EP or higher.",
        "8EP/ME or higher",
        "CIDB grading of 4 SQ or higher is required."
    };
    private static final String[] CONDITIONS = {
        "Bidders must be registered on the Central Supplier Database (CSD) and submit a valid tax PIN.",
        "The 80/20 preference point system applies. SBD 1, SBD 4 and SBD 6.1 must be completed.",
        "A minimum of five (5) years experience in similar works is required.",
        "A valid letter of good standing (COIDA) must be attached. Late bids are not accepted.",
        "Bidders must attend the compulsory briefing session. Proof of attendance must be submitted with the bid."
    };

    private final Random random;

    TenderLines(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public String line(long number) {
        long n = FIRST_OCID + number;
        LocalDate published = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        LocalDate closes = published.plusDays(14 + random.nextInt(30));
        boolean works = random.nextInt(3) == 0;
        String heading =
                pick(WORKS) + " " + pick(PLACES) + " for a period of " + 12 * (1 + random.nextInt(3)) + " months";
        String conditions = (works ? pick(GRADINGS) + " " : "") + pick(CONDITIONS) + " " + pick(CONDITIONS);
        int amount = random.nextInt(10) == 0 ? 100_000 * (1 + random.nextInt(500)) : 0;
        int buyer = random.nextInt(900);
        return "{\"ocid\":\"ocds-9t57fa-" + n + "\",\"id\":\"ocds-9t57fa-" + n + "-" + published + "\",\"date\":\""
                + published
                + "T00:00:00Z\",\"tag\":[\"compiled\"],\"initiationType\":\"tender\",\"tender\":{\"id\":\"" + n
                + "\",\"title\":\"RFB"
                + random.nextInt(100_000) + "/26\",\"status\":\"active\",\"category\":\""
                + (works ? "Construction" : "Services: General")
                + "\",\"province\":\"" + pick(PROVINCES) + "\",\"deliveryLocation\":\"" + pick(PLACES) + ", "
                + random.nextInt(9999)
                + "\",\"specialConditions\":\"" + conditions + "\",\"mainProcurementCategory\":\""
                + (works ? "works" : "services")
                + "\",\"description\":\"" + heading + "\",\"value\":{\"amount\":" + amount
                + ",\"currency\":\"ZAR\"},\"documents\":[{\"id\":\"d" + n
                + "\",\"documentType\":\"basic\",\"title\":\"Tender document.pdf\",\"url\":\"https://www.etenders.gov.za/home/Download?blobName=d"
                + n + ".pdf\",\"datePublished\":\"" + published
                + "T08:00:00Z\",\"format\":\"pdf\",\"language\":\"en\"}],\"tenderPeriod\":{\"startDate\":\""
                + published + "T00:00:00Z\",\"endDate\":\"" + closes
                + "T11:00:00Z\"},\"tenderers\":[],\"procuringEntity\":{\"id\":\"" + buyer
                + "\",\"name\":\"Department " + buyer
                + "\"},\"procurementMethod\":\"open\",\"procurementMethodDetails\":\"Request for Bid(Open-Tender)\","
                + "\"briefingSession\":{\"isSession\":" + works + ",\"compulsory\":" + works + ",\"date\":\""
                + published.plusDays(7)
                + "T10:00:00Z\",\"venue\":\"" + pick(PLACES)
                + "\"}},\"planning\":{\"rationale\":\"\",\"budget\":{\"description\":\" - \"},\"documents\":[]},"
                + "\"parties\":[],\"buyer\":{\"id\":\"" + buyer + "\",\"name\":\"Department " + buyer
                + "\"},\"language\":\"en-za\",\"awards\":[],\"contracts\":[]}";
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
