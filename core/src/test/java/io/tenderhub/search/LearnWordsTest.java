package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnWordsTest {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
    private final List<Collection<String>> learnt = new ArrayList<>();
    private final LearnWords learning = new LearnWords(hub.tenderCatalog(), new Vocabulary() {
        @Override
        public void learn(Collection<String> words) {
            learnt.add(words);
        }

        @Override
        public List<String> similar(String word, int limit) {
            return List.of();
        }
    });

    private static RaisedEvent created(String ocid) {
        return new RaisedEvent(
                1, new DomainEvent(EventType.TENDER_CREATED, ocid, Optional.empty(), Map.of()), Instant.EPOCH);
    }

    @Test
    void learnsTheWordsOfTendersThatAreStillThere() {
        hub.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(new TenderToStore(
                                Tender.builder("ocds-1", Instant.EPOCH)
                                        .title("Deep borehole")
                                        .build(),
                                Set.of()))));

        learning.handle(List.of(created("ocds-1"), created("ocds-gone"), created("ocds-1")));

        assertThat(learnt).hasSize(1);
        assertThat(learnt.get(0)).containsExactlyInAnyOrder("deep", "borehole");
    }

    @Test
    void waitsForTendersThatCameInOrChanged() {
        assertThat(learning.handles()).containsExactlyInAnyOrder(EventType.TENDER_CREATED, EventType.TENDER_UPDATED);
    }
}
