package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.search.TenderMatches;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link TenderMatches} promises. */
public abstract class TenderMatchesContract {
    private static final TenderFilter GAUTENG =
            TenderQuery.builder().provinces(Set.of("GAUTENG")).build().filter();
    private static final Optional<String> ANYTHING = Optional.empty();

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract TenderMatches matches();

    /** Every other one in Gauteng, every third one about schools. */
    @BeforeEach
    void hasTenders() {
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(IntStream.range(0, 12)
                                .mapToObj(n -> SampleTenders.toStore(SampleTenders.tender(ocid(n))
                                        .title(n % 3 == 0 ? "Painting a school" : "Paving")
                                        .province(n % 2 == 0 ? "Gauteng" : "Limpopo")
                                        .build()))
                                .toList()));
    }

    @Test
    void findsByTextAndFilterInTheOrderOfOcids() {
        assertThat(matches().following(Optional.of("school"), GAUTENG, Optional.empty(), 9))
                .containsExactly(ocid(0), ocid(6));
        assertThat(matches().following(Optional.of("school -painting"), TenderFilter.ALL, Optional.empty(), 9))
                .isEmpty();
        assertThat(matches().following(Optional.of(" "), TenderFilter.ALL, Optional.empty(), 99))
                .hasSize(12)
                .isSorted();
    }

    @Test
    void goesOnBehindAnyOcid() {
        List<String> walked = new ArrayList<>();
        List<String> page = matches().following(ANYTHING, GAUTENG, Optional.empty(), 4);
        while (!page.isEmpty()) {
            walked.addAll(page);
            page = matches().following(ANYTHING, GAUTENG, Optional.of(page.get(page.size() - 1)), 4);
        }

        assertThat(walked).containsExactly(ocid(0), ocid(2), ocid(4), ocid(6), ocid(8), ocid(10));
        assertThat(matches().following(ANYTHING, GAUTENG, Optional.of(ocid(8) + "x"), 4))
                .containsExactly(ocid(10));
        assertThat(matches().following(ANYTHING, GAUTENG, Optional.of(ocid(8) + "\0x"), 4))
                .containsExactly(ocid(10));
        assertThat(matches().following(ANYTHING, GAUTENG, Optional.of("zzz"), 4))
                .isEmpty();
    }

    @Test
    void tellsWhichOfSomeAreFound() {
        List<String> asked = List.of(ocid(6), ocid(3), ocid(2), ocid(99), "nul\0");

        assertThat(matches().among(Optional.of("school"), GAUTENG, asked)).containsExactly(ocid(6));
        assertThat(matches().among(ANYTHING, TenderFilter.ALL, asked))
                .containsExactlyInAnyOrder(ocid(6), ocid(3), ocid(2));
        assertThat(matches().among(ANYTHING, TenderFilter.ALL, List.of())).isEmpty();
    }
}
