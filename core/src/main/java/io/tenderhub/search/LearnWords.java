package io.tenderhub.search;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes up the words of tenders that came in or changed. */
public final class LearnWords implements EventHandler {
    private final TenderCatalog catalog;
    private final Vocabulary vocabulary;

    public LearnWords(TenderCatalog catalog, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "learn-words";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.of(EventType.TENDER_CREATED, EventType.TENDER_UPDATED);
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        Set<String> words = new TreeSet<>();
        for (StoredTender stored : catalog.findAll(RaisedEvent.aggregates(events))) {
            words.addAll(TenderWords.of(stored.tender()));
        }
        vocabulary.learn(words);
    }
}
