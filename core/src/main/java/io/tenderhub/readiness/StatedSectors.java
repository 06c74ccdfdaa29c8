package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Sector;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The sectors that a company is in, by its own words and by the gradings it holds. */
final class StatedSectors {
    /** Sectors of construction works: who does one of them is not far from the others. */
    private static final Set<Sector> WORKS = EnumSet.of(
            Sector.CONSTRUCTION,
            Sector.CIVIL_ENGINEERING,
            Sector.ELECTRICAL,
            Sector.MECHANICAL,
            Sector.WATER_AND_SANITATION);

    private StatedSectors() {}

    static Set<Sector> of(CompanyProfile profile) {
        Set<Sector> sectors = EnumSet.noneOf(Sector.class);
        Stream.of(profile.sectors(), profile.services(), profile.keywords())
                .flatMap(List::stream)
                .forEach(words -> sectors.addAll(Sector.ofWords(words)));
        profile.cidb().stream().map(CidbGrading::grade).forEach(grade -> sectors.add(of(grade.cidbClass())));
        return sectors;
    }

    static boolean isWorks(Sector sector) {
        return WORKS.contains(sector);
    }

    /** A sector in words: {@code water and sanitation}. */
    static String words(Sector sector) {
        return sector.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Sector of(CidbClass cidbClass) {
        return switch (cidbClass) {
            case CE, SB, SK -> Sector.CIVIL_ENGINEERING;
            case EB, EP -> Sector.ELECTRICAL;
            case ME, SI -> Sector.MECHANICAL;
            case SO -> Sector.WATER_AND_SANITATION;
            default -> Sector.CONSTRUCTION;
        };
    }
}
