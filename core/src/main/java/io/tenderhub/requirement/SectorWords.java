package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;

/** The words by which a kind of work is known, written as {@link Phrase} says; each is a word of its own. */
final class SectorWords {
    private SectorWords() {}

    static List<Phrase> phrases() {
        List<Phrase> phrases = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            for (String written : words(sector).split(", ")) {
                phrases.addAll(Phrase.of(Meaning.SECTOR, sector.ordinal(), "|" + written + "|"));
            }
        }
        return phrases;
    }

    private static String words(Sector sector) {
        return switch (sector) {
            case CONSTRUCTION ->
                "construction, build(ing) work(s), build(ing) contractor(s), build(ing) maintenance,"
                        + " buildings, renovat*6, roofing, services: building, painting";
            case CIVIL_ENGINEERING ->
                "civil, road(s), bridge(s), storm( )water, paving, gravel, re(-)gravelling, blacktop";
            case ELECTRICAL -> "electrical, electrician, substation(s), transformer(s), street( )light(s), switchgear";
            case MECHANICAL ->
                "mechanical, air( )(-)conditioning, air( )(-)conditioner(s), hvac, lift(s), elevator(s),"
                        + " boiler(s), repair and installation of machinery";
            case WATER_AND_SANITATION -> "water, sewer(age), sanitation, plumbing, borehole(s), wastewater";
            case SECURITY ->
                "security service(s), security guard(s), security and, guarding, cctv, alarm(s), armed response";
            case CLEANING -> "cleaning, hygiene, janitorial, pest control, fumigation";
            case CATERING -> "catering, food and beverage, meals, groceries";
            case TRANSPORT -> "transport(ation), vehicle(s), fleet, courier, logistics, travel, bus(es), freight";
            case HEALTH -> "health, medical, pharmaceutical(s), hospital equipment, nursing, laboratory";
            case EDUCATION_AND_TRAINING ->
                "education, training, learnership(s), skills development, tuition," + " facilitation, facilitator";
            case INFORMATION_TECHNOLOGY ->
                "information technology, information and communication, information service,"
                        + " ict, software, computer(s), laptop(s), telecommunication(s), network, licence(s) renewal,"
                        + " license(s) renewal, website, cyber( )security";
            case PROFESSIONAL_SERVICES ->
                "professional, consultant(s), consultancy, consulting, audit, auditing,"
                        + " auditor(s), legal, accounting, advisory, insurance, architect*6, actuarial, research";
            case ENVIRONMENT_AND_WASTE ->
                "waste, environment(al), refuse, recycling, landscap*4, horticultur*4, landfill";
            case AGRICULTURE ->
                "agriculture, agricultural, farm, farming, farmer(s), livestock, seed(s), forestry, fishing,"
                        + " fertiliser(s), fertilizer(s), veterinary";
            case ENERGY -> "energy, solar, photovoltaic, gas, diesel, petrol, fuel, coal, power station, nuclear";
            case MEDIA_AND_EVENTS ->
                "media, advertising, marketing, event(s), printing, branding, communication(s),"
                        + " photograph*4, broadcasting";
            case SUPPLIES ->
                "supply, supplies, furniture, stationery, clothing, uniform(s), procurement of, purchase,"
                        + " manufacture, manufacturing, wholesale";
        };
    }
}
