package io.tenderhub.benchmarks;

import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What of a made tender is not prose: who buys where, from when to when, for how much, and how it stands. */
final class VariedFacts {
    /** The day on which the made tenders are looked at: what closes behind it is still open. */
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST_DAY, TODAY);
    private static final List<String> ENDED = List.of(
            "complete",
            "complete",
            "complete",
            "complete",
            "complete",
            "complete",
            "cancelled",
            "unsuccessful",
            "withdrawn",
            "active");
    private static final List<String> KINDS = List.of(
            "%s Local Municipality", "%s District Municipality", "%s TVET College", "%s Hospital", "%s Water Board");
    private static final double OWN_BUYER = 0.4;
    private static final double REAL_BUYER = 0.8;
    private static final double OWN_PROVINCE = 0.7;
    private static final double DISCLOSED = 0.12;
    private final List<Tender> real;

    VariedFacts(List<Tender> real) {
        this.real = real;
    }

    /** Four in five are real ones, as often as these buy; the others are invented. */
    Optional<String> buyer(Tender like, RandomGenerator random) {
        double by = random.nextDouble();
        if (by < REAL_BUYER) {
            return (by < OWN_BUYER ? like : any(random)).buyingOrganisation().map(Organisation::name);
        }
        String name = InventedNames.draw(random);
        return Optional.of(String.format(KINDS.get(Math.floorMod(name.hashCode(), KINDS.size())), name));
    }

    Optional<String> province(Tender like, RandomGenerator random) {
        return (random.nextDouble() < OWN_PROVINCE ? like : any(random)).province();
    }

    /** More of late than long ago. */
    LocalDate published(RandomGenerator random) {
        return FIRST_DAY.plusDays((long) (DAYS * Math.sqrt(random.nextDouble())));
    }

    LocalDate closes(Tender like, LocalDate published, RandomGenerator random) {
        long days = like.closesAt()
                .map(end -> Duration.between(like.releaseDate(), end).toDays())
                .filter(open -> open > 0 && open < 200)
                .orElse(30L);
        return published.plusDays(days + random.nextInt(10));
    }

    String status(LocalDate closes, RandomGenerator random) {
        return closes.isAfter(TODAY) ? "active" : ENDED.get(random.nextInt(ENDED.size()));
    }

    /** In rand; 0 where it is not disclosed. */
    long value(RandomGenerator random) {
        return random.nextDouble() < DISCLOSED ? Math.round(Math.exp(13.5 + 1.6 * random.nextGaussian())) : 0;
    }

    private Tender any(RandomGenerator random) {
        return real.get(random.nextInt(real.size()));
    }
}
