package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfileBuilder;
import io.tenderhub.requirement.PreferenceSystem;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Profiles, tenders, requirements and policies at random; few values of each, so that they often meet. */
final class RandomCases {
    static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

    private static final List<String> WORDS = List.of(
            "cleaning",
            "clinics",
            "roads",
            "office cleaning",
            "security guards",
            "catering",
            "building construction",
            "storm water drainage",
            "software",
            "civil engineering works",
            "training",
            "electrical installations");
    private static final List<String> PROVINCES = List.of("Gauteng", "KwaZulu-Natal", "Limpopo", "National", "Kampala");
    private static final List<String> REGISTRATIONS = List.of("CSD", "TAX", "COIDA", "BBBEE", "PSIRA", "NHBRC", "ECSA");
    private static final List<CidbClass> CLASSES = List.of(CidbClass.GB, CidbClass.CE, CidbClass.EP);

    private final Random random;

    RandomCases(long seed) {
        this.random = new Random(seed);
    }

    /** What a tender can ask for. */
    enum Demand {
        CIDB,
        BBBEE,
        GOAL,
        SYSTEM,
        YEARS,
        REGISTRATION,
        FORM,
        LOCAL,
        TERM,
        BRIEFING,
        SECTOR
    }

    CompanyProfile profile() {
        CompanyProfileBuilder builder = CompanyProfile.builder()
                .name("A")
                .sectors(some(WORDS, 2))
                .services(some(WORDS, 3))
                .keywords(some(WORDS, 2))
                .csdRegistered(random.nextBoolean())
                .taxCompliant(random.nextBoolean())
                .coidaLetter(random.nextBoolean())
                .registrations(some(List.of("PSIRA", "NHBRC", "ECSA"), 2))
                .national(random.nextInt(5) == 0)
                .provinces(some(PROVINCES, 3))
                .bbbeeLevel(random.nextInt(3) == 0 ? null : 1 + random.nextInt(8))
                .yearsOfExperience(random.nextInt(3) == 0 ? null : random.nextInt(15))
                .largestContract(random.nextInt(3) == 0 ? null : money())
                .annualTurnover(random.nextInt(3) == 0 ? null : money());
        for (CidbClass cidbClass : CLASSES) {
            if (random.nextBoolean()) {
                builder.cidb(cidbClass.name(), 1 + random.nextInt(9), random.nextInt(3) == 0);
            }
        }
        return builder.build();
    }

    Tender tender() {
        TenderBuilder builder = Tender.builder("ocds-x-" + random.nextInt(100), NOW.minus(Duration.ofDays(5)))
                .title(random.nextInt(4) == 0 ? "RFQ 12/2026" : "Tender for " + one(WORDS))
                .description(random.nextBoolean() ? null : one(WORDS) + " and " + one(WORDS))
                .category(random.nextBoolean() ? null : one(WORDS))
                .province(random.nextInt(3) == 0 ? null : one(PROVINCES))
                .deliveryLocation(random.nextInt(3) == 0 ? "1 Road, " + one(PROVINCES) : null)
                .value(random.nextBoolean() ? null : money())
                .status(random.nextInt(8) == 0 ? new TenderStatus("cancelled") : null);
        if (random.nextBoolean()) {
            builder.tenderPeriod(closing(random.nextInt(10) - 1 + random.nextInt(20)));
        }
        if (random.nextInt(4) == 0) {
            builder.briefing(new Briefing(
                    random.nextBoolean(),
                    random.nextBoolean() ? Optional.empty() : Optional.of(near()),
                    Optional.empty()));
        }
        return builder.build();
    }

    BidSituation situation() {
        return new BidSituation(NOW, random.nextBoolean());
    }

    /** Each demand with an even chance. */
    Map<Demand, UnaryOperator<Asking>> demands() {
        Map<Demand, UnaryOperator<Asking>> demands = new EnumMap<>(Demand.class);
        for (Demand demand : Demand.values()) {
            if (random.nextInt(3) == 0) {
                demands.put(demand, demand(demand));
            }
        }
        return demands;
    }

    static Requirements requirements(Map<Demand, UnaryOperator<Asking>> demands) {
        Asking asking = new Asking();
        demands.values().forEach(demand -> demand.apply(asking));
        return asking.build();
    }

    UnaryOperator<Asking> demand(Demand demand) {
        int small = random.nextInt(9);
        boolean strict = random.nextBoolean();
        return switch (demand) {
            case CIDB -> cidb(1 + random.nextInt(3));
            case BBBEE -> asking -> asking.bbbeeLevel(1 + small % 8, strict ? "only level x" : "level x");
            case GOAL -> asking -> asking.goal("women 4 points");
            case SYSTEM -> {
                PreferenceSystem system = PreferenceSystem.values()[small % 3];
                yield asking -> asking.system(system);
            }
            case YEARS -> asking -> asking.years(1 + small);
            case REGISTRATION -> {
                Set<String> names = new TreeSet<>(some(REGISTRATIONS, 4));
                names.add(one(REGISTRATIONS));
                yield asking -> {
                    names.forEach(asking::registration);
                    return asking;
                };
            }
            case FORM -> asking -> asking.form("SBD4");
            case LOCAL -> asking -> asking.local(strict ? "must be based within" : "local office");
            case TERM -> asking -> asking.term(12);
            case BRIEFING -> {
                Optional<Instant> date = random.nextBoolean() ? Optional.empty() : Optional.of(near());
                yield asking -> asking.briefing(strict, date);
            }
            case SECTOR -> {
                Sector sector = Sector.values()[random.nextInt(Sector.values().length)];
                yield asking -> asking.sector(sector);
            }
        };
    }

    private UnaryOperator<Asking> cidb(int alternatives) {
        List<String> gradings = new ArrayList<>();
        for (int i = 0; i < alternatives; i++) {
            gradings.add(1 + random.nextInt(9) + one(CLASSES).name());
        }
        boolean emerging = random.nextBoolean();
        return asking -> {
            gradings.forEach(grading -> {
                if (emerging) {
                    asking.cidbOrEmerging(grading);
                } else {
                    asking.cidb(grading);
                }
            });
            return asking;
        };
    }

    /** A valid policy of some criteria. */
    Policy policy() {
        List<String> names = new ArrayList<>(Policy.CRITERIA);
        Collections.shuffle(names, random);
        List<WeightedCriterion> criteria = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < names.size() && left > 0; i++) {
            int weight = i == names.size() - 1 ? left : random.nextInt(left + 1);
            criteria.add(new WeightedCriterion(names.get(i), weight));
            left -= weight;
        }
        int bidFrom = random.nextInt(101);
        double sameSector = random.nextDouble();
        double conditional = random.nextInt(4) == 0 ? 1 : random.nextDouble();
        Thresholds thresholds = new Thresholds(
                bidFrom,
                random.nextInt(bidFrom + 1),
                1 + random.nextInt(30),
                0.01 + 0.99 * random.nextDouble(),
                random.nextDouble(),
                sameSector,
                sameSector * random.nextDouble(),
                conditional,
                conditional * random.nextDouble(),
                random.nextDouble(),
                random.nextDouble());
        return new Policy(
                "random",
                "1",
                criteria,
                thresholds,
                falling(20),
                falling(10),
                some(REGISTRATIONS, 3),
                Map.of("CSD", random.nextInt(9)));
    }

    private List<Integer> falling(int highest) {
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            points.add(random.nextInt(highest + 1));
        }
        points.sort(Collections.reverseOrder());
        return points;
    }

    Money money() {
        double amount = Math.pow(10, 4 + 5 * random.nextDouble());
        return new Money(BigDecimal.valueOf(Math.round(amount)), random.nextInt(6) == 0 ? "EUR" : "ZAR");
    }

    Money moreThan(Money money) {
        return new Money(money.amount().multiply(BigDecimal.valueOf(2 + random.nextInt(20))), money.currency());
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    String word() {
        return one(WORDS);
    }

    String province() {
        return one(PROVINCES);
    }

    static Period closing(int days) {
        return new Period(Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(days))));
    }

    private Instant near() {
        return NOW.plus(Duration.ofHours(random.nextInt(48) - 24L));
    }

    private <T> List<T> some(List<T> values, int most) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, random.nextInt(most + 1)));
    }
}
