package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.history.PastTender;
import io.tenderhub.history.TenderArchive;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link TenderArchive} promises. */
public abstract class TenderArchiveContract {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final String OCID = "ocds-1 'quoted' \u2013 \u00fc";

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract TenderArchive archive();

    @Test
    void knowsNothingOfATenderThatNeverChanged() {
        store(titled("first", 0));
        store(titled("first", 0));

        assertThat(archive().below(OCID, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(archive().below("ocds-unknown", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(archive().below("ocds-\0", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void keepsWhatATenderSaidBeforeEachChange() {
        Instant begin = clock.instant();
        Tender full = SampleTenders.full(OCID);
        store(full);
        clock.advance(Duration.ofHours(1));
        store(titled("second", 400));
        clock.advance(Duration.ofHours(1));
        store(titled("third", 401));

        List<PastTender> past = archive().below(OCID, 3, 10);

        assertThat(past).extracting(PastTender::version).containsExactly(2L, 1L);
        assertThat(past).extracting(PastTender::storedAt).containsExactly(begin.plusSeconds(3600), begin);
        assertThat(past.get(0).tender().title()).contains("second");
        assertThat(past.get(1).tender())
                .usingRecursiveComparison()
                .ignoringFields("raw")
                .isEqualTo(full);
        assertThat(past.get(1).tender().raw()).isEmpty();
    }

    @Test
    void keepsNothingOfAnOlderReleaseThatCameLate() {
        store(titled("newer", 2));
        store(titled("older", 1));

        assertThat(archive().below(OCID, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void leadsOnFromAVersionByAsManyAsAreAskedFor() {
        for (int day = 0; day < 6; day++) {
            store(titled("on day " + day, day));
        }

        assertThat(archive().below(OCID, 6, 2)).extracting(PastTender::version).containsExactly(5L, 4L);
        assertThat(archive().below(OCID, 4, 2)).extracting(PastTender::version).containsExactly(3L, 2L);
        assertThat(archive().below(OCID, 2, 2)).extracting(PastTender::version).containsExactly(1L);
        assertThat(archive().below(OCID, 1, 2)).isEmpty();
    }

    private static Tender titled(String title, int day) {
        return Tender.builder(OCID, MONDAY.plusSeconds(86_400L * day))
                .title(title)
                .build();
    }

    private void store(Tender tender) {
        unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
    }
}
