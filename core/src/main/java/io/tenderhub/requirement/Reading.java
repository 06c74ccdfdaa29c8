package io.tenderhub.requirement;

import io.tenderhub.tender.Item;
import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Optional;

/** One reading of a tender: goes over each of its texts once and hands what is found to the rule that knows of it. */
final class Reading implements Lexicon.Listener {
    private final Tender tender;
    private final CidbFinder cidb = new CidbFinder();
    private final NumberSearch numbers = new NumberSearch();
    private final PreferenceSearch preference = new PreferenceSearch();
    private final RegistrationSearch registrations = new RegistrationSearch();
    private final FormSearch forms = new FormSearch();
    private final PresenceSearch presence;
    private final SectorSearch sector = new SectorSearch();
    private Passage passage = Passage.of("", "");

    Reading(Tender tender) {
        this.tender = tender;
        presence = new PresenceSearch(tender);
    }

    Requirements requirements() {
        sector.readCategories(tender);
        read("tender.title", tender.title());
        read("tender.description", tender.description());
        if (tender.specialConditions().isPresent()) {
            read(
                    Passage.of(
                            "tender.specialConditions",
                            tender.specialConditions().get()),
                    false);
        }
        List<Item> items = tender.items();
        for (int i = 0; i < items.size(); i++) {
            Optional<String> description = items.get(i).description();
            if (description.isPresent()) {
                read(Passage.item(i, description.get()), true);
            }
        }
        return new Requirements(
                cidb.found(),
                numbers.bbbeeLevel(),
                preference.goals(),
                preference.system(),
                numbers.experienceYears(),
                registrations.found(),
                forms.found(),
                presence.localPresence(),
                numbers.termMonths(),
                presence.briefing(),
                sector.found());
    }

    private void read(String field, Optional<String> text) {
        if (text.isPresent()) {
            read(Passage.of(field, text.get()), true);
        }
    }

    private void read(Passage next, boolean tellsTheWork) {
        passage = next;
        numbers.begin();
        preference.begin();
        presence.begin();
        sector.begin(next);
        cidb.begin();
        boolean sectors = tellsTheWork && !sector.isSettled();
        (sectors ? Phrasebook.WHOLE : Phrasebook.WITHOUT_SECTORS).read(next.text(), this);
        sector.end();
        cidb.end(next);
    }

    @Override
    public void found(Phrase phrase, int start, int end) {
        switch (phrase.meaning()) {
            case SECTOR -> sector.word(phrase, start, end);
            case BUYER -> sector.buyer(start, end);
            case REGISTRATION -> registrations.at(passage, phrase.number(), start, end);
            case FORM -> forms.at(passage, start);
            case LEVEL -> numbers.level(passage, start);
            case POINTS -> preference.points(passage, start);
            case GOAL -> preference.goal(passage, start, end);
            case GROUP -> preference.group(passage, start);
            case PERIOD -> numbers.period(passage, start, end);
            case MONTH -> numbers.unit(passage, start);
            case YEAR -> {
                numbers.unit(passage, start);
                numbers.year(passage, start);
            }
            case EXPERIENCE -> numbers.experience(passage, start);
            case PLACE -> presence.place(passage, phrase, start);
            case COMPULSORY -> presence.compulsory(passage, start);
            case CIDB_CLASS -> cidb.code(passage, start);
            case CIDB -> cidb.cidb();
        }
    }
}
