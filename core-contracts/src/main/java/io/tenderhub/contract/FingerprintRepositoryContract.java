package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.duplicate.Fingerprint;
import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.duplicate.TenderFingerprint;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link FingerprintRepository} promises. */
public abstract class FingerprintRepositoryContract {
    private static final String ROOF = "Repair of the roof of the clinic in the town and painting of its walls";
    private static final String WATER = "Supply of water pipes and valves to the works at the river for three years";

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract FingerprintRepository fingerprints();

    @Test
    void readsWhatWasStored() {
        TenderFingerprint roof = taken("ocds-1 'quoted' \u2013 \u00fc", 1, ROOF);
        TenderFingerprint water = taken("ocds-2", 7, WATER);

        fingerprints().saveAll(List.of(water, roof));
        fingerprints().saveAll(List.of());

        assertThat(fingerprints().findAll(List.of(roof.ocid(), "ocds-unknown", "ocds-\0", "ocds-2", "ocds-2")))
                .containsExactlyInAnyOrder(roof, water);
        assertThat(fingerprints().findAll(List.of())).isEmpty();
    }

    @Test
    void whatWasTakenOfAnOlderVersionNeverReplacesANewerOne() {
        fingerprints().saveAll(List.of(taken("ocds-1", 2, ROOF)));

        fingerprints().saveAll(List.of(taken("ocds-1", 1, WATER)));
        assertThat(fingerprints().findAll(List.of("ocds-1"))).containsExactly(taken("ocds-1", 2, ROOF));

        fingerprints().saveAll(List.of(taken("ocds-1", 2, WATER)));
        assertThat(fingerprints().findAll(List.of("ocds-1"))).containsExactly(taken("ocds-1", 2, WATER));

        fingerprints().saveAll(List.of(taken("ocds-1", 3, ROOF)));
        assertThat(fingerprints().findAll(List.of("ocds-1"))).containsExactly(taken("ocds-1", 3, ROOF));
    }

    @Test
    void findsThoseThatShareABand() {
        TenderFingerprint roof = taken("ocds-1", 1, ROOF);
        TenderFingerprint again = taken("ocds-2", 1, "Re-advertised: " + ROOF);
        fingerprints().saveAll(List.of(roof, again, taken("ocds-3", 1, WATER)));

        assertThat(fingerprints().sharing(roof.fingerprint().bands(), 10)).containsExactlyInAnyOrder(roof, again);
        assertThat(fingerprints().sharing(roof.fingerprint().bands(), 1)).hasSize(1);
        assertThat(fingerprints().sharing(List.of(-1L), 10)).isEmpty();
        assertThat(fingerprints().sharing(List.of(), 10)).isEmpty();
    }

    @Test
    void deletesTheseAndNoOthers() {
        fingerprints().saveAll(List.of(taken("ocds-1", 1, ROOF), taken("ocds-2", 1, WATER)));

        fingerprints().deleteAll(List.of("ocds-1", "ocds-unknown", "ocds-\0"));
        fingerprints().deleteAll(List.of());

        assertThat(fingerprints().findAll(List.of("ocds-1", "ocds-2"))).containsExactly(taken("ocds-2", 1, WATER));
    }

    private static TenderFingerprint taken(String ocid, long version, String words) {
        Tender tender = Tender.builder(ocid, Instant.EPOCH).title(words).build();
        return new TenderFingerprint(ocid, version, Fingerprint.of(tender).orElseThrow());
    }
}
