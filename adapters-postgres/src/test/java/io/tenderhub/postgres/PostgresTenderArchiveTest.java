package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.contract.TenderArchiveContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.history.PastTender;
import io.tenderhub.history.TenderArchive;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderToStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostgresTenderArchiveTest extends TenderArchiveContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected TenderArchive archive() {
        return adapter.tenderArchive();
    }

    @Test
    void keepsWhatAnotherProgramChanged() {
        store("ocds-1", "as the hub stored it");

        execute("UPDATE %1$s_tenders SET document = jsonb_set(document, '{title}', '\"by hand\"')");
        execute("UPDATE %1$s_tenders SET heading = 'no part of the document'");

        assertThat(archive().below("ocds-1", Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(past -> assertThat(past.tender().title()).contains("as the hub stored it"));
    }

    @Test
    void forgetsATenderThatIsDeleted() {
        store("ocds-1", "first");
        execute("UPDATE %1$s_tenders SET document = jsonb_set(document, '{title}', '\"second\"')");
        execute("DELETE FROM %1$s_tenders");
        store("ocds-1", "another one of this name");

        assertThat(archive().below("ocds-1", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void leavesOutAVersionThatCannotBeRead() {
        store("ocds-1", "first");
        execute("UPDATE %1$s_tenders SET document = jsonb_set(document, '{title}', '\"second\"')");
        execute("UPDATE %1$s_tenders SET document = jsonb_set(document, '{title}', '\"third\"')");
        execute("UPDATE %1$s_tender_versions SET document = '{\"ocid\": 7}' WHERE version = 2");

        assertThat(archive().below("ocds-1", 3, 10))
                .extracting(PastTender::version)
                .containsExactly(1L);
    }

    private void store(String ocid, String title) {
        Tender tender = Tender.builder(ocid, clock.instant()).title(title).build();
        adapter.unitOfWork()
                .forSystem(transaction -> transaction.tenders().saveAll(List.of(new TenderToStore(tender, Set.of()))));
    }

    private void execute(String sql) {
        TestServer.shared().execute(String.format(sql, prefix()));
    }
}
