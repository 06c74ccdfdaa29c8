package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Sector;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a kind of work is known. */
final class SectorWords {
    /** A word of a sector in a text. */
    record Hit(Sector sector, int start, int end) {}

    static final Map<Sector, Pattern> PATTERNS = patterns();

    private SectorWords() {}

    /** The sector of the word that stands first; of several there, the one declared first. */
    static Optional<Hit> first(String text) {
        Hit best = null;
        for (Map.Entry<Sector, Pattern> entry : PATTERNS.entrySet()) {
            Matcher matcher = entry.getValue().matcher(text);
            if (matcher.find() && (best == null || matcher.start() < best.start())) {
                best = new Hit(entry.getKey(), matcher.start(), matcher.end());
            }
        }
        return Optional.ofNullable(best);
    }

    private static Map<Sector, Pattern> patterns() {
        Map<Sector, Pattern> patterns = new EnumMap<>(Sector.class);
        put(
                patterns,
                Sector.CONSTRUCTION,
                "construction|build(?:ing)? (?:works?|contractors?|maintenance)|buildings|renovat\\w{0,6}|roofing|services: building|painting");
        put(
                patterns,
                Sector.CIVIL_ENGINEERING,
                "civil|roads?|bridges?|storm ?water|paving|gravel|re-?gravelling|blacktop");
        put(patterns, Sector.ELECTRICAL, "electric(?:al|ian)|substations?|transformers?|street ?lights?|switchgear");
        put(
                patterns,
                Sector.MECHANICAL,
                "mechanical|air ?-?condition(?:ing|ers?)|hvac|lifts?|elevators?|boilers?|repair and installation of machinery");
        put(patterns, Sector.WATER_AND_SANITATION, "water|sewer(?:age)?|sanitation|plumbing|boreholes?|wastewater");
        put(patterns, Sector.SECURITY, "security(?: services?| guards?| and)|guarding|cctv|alarms?|armed response");
        put(patterns, Sector.CLEANING, "cleaning|hygiene|janitorial|pest control|fumigation");
        put(patterns, Sector.CATERING, "catering|food and beverage|meals|groceries");
        put(
                patterns,
                Sector.TRANSPORT,
                "transport(?:ation)?|vehicles?|fleet|courier|logistics|travel|bus(?:es)?|freight");
        put(patterns, Sector.HEALTH, "health|medical|pharmaceuticals?|hospital equipment|nursing|laboratory");
        put(
                patterns,
                Sector.EDUCATION_AND_TRAINING,
                "education|training|learnerships?|skills development|tuition|facilitat(?:ion|or)");
        put(
                patterns,
                Sector.INFORMATION_TECHNOLOGY,
                "information (?:technology|and communication|service)|ict|software|computers?|laptops?|telecommunications?|network|licen[cs]es? renewal|website|cyber ?security");
        put(
                patterns,
                Sector.PROFESSIONAL_SERVICES,
                "professional|consult(?:ants?|ancy|ing)|audit(?:ing|ors?)?|legal|accounting|advisory|insurance|architect\\w{0,6}|actuarial|research");
        put(
                patterns,
                Sector.ENVIRONMENT_AND_WASTE,
                "waste|environment(?:al)?|refuse|recycling|landscap\\w{0,4}|horticultur\\w{0,4}|landfill");
        put(
                patterns,
                Sector.AGRICULTURE,
                "agricultur(?:e|al)|farm(?:ing|ers?)?|livestock|seeds?|forestry|fishing|fertili[sz]ers?|veterinary");
        put(patterns, Sector.ENERGY, "energy|solar|photovoltaic|gas|diesel|petrol|fuel|coal|power station|nuclear");
        put(
                patterns,
                Sector.MEDIA_AND_EVENTS,
                "media|advertising|marketing|events?|printing|branding|communications?|photograph\\w{0,4}|broadcasting");
        put(
                patterns,
                Sector.SUPPLIES,
                "suppl(?:y|ies)|furniture|stationery|clothing|uniforms?|procurement of|purchase|manufactur(?:e|ing)|wholesale");
        return patterns;
    }

    private static void put(Map<Sector, Pattern> patterns, Sector sector, String words) {
        patterns.put(sector, Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE));
    }
}
