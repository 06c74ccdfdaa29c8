package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.teststores.TestStores;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches and analytics with a real streaming replica that keeps up, falls behind, goes away and comes back. */
class ReplicaTest {
    private static final TenderQuery EVERYTHING =
            TenderQuery.builder().limit(50).build();
    private static final int FAILURES = 2;

    @TempDir
    private Path folder;

    private Counted primary;
    private Counted replica;
    private PostgresAdapter adapter;
    private int tenders;

    @Test
    void readsTheReplicaAsLongAsItKnowsWhatThePrimaryKnows() throws Exception {
        try (EmbeddedStores stores = TestStores.own().only(Store.POSTGRES).start()) {
            primary = Counted.to(stores.postgresUrl());
            PostgresAdapter.builder(primary).build().migrate();
            try (StreamingReplica standby = StreamingReplica.of(stores.postgresUrl(), folder.resolve("data"))) {
                replica = Counted.to(standby.url());
                adapter = PostgresAdapter.builder(primary)
                        .replica(replica, "127.0.0.1")
                        .replicaPause(FAILURES, Duration.ofMillis(300))
                        .build();
                keepsUp();
                fallsBehind(standby);
                goesAway(standby);
                isNoReplica();
                stores.stop(Store.POSTGRES);
                assertThatExceptionOfType(UnavailableException.class)
                        .as("without the primary nobody knows whether the replica keeps up")
                        .isThrownBy(this::found);
            }
        }
    }

    private void keepsUp() {
        for (int i = 1; i <= 20; i++) {
            save();
            assertThat(found())
                    .as("what was committed before a search is in it")
                    .isEqualTo(i);
        }
        awaitReadsOfTheReplica();
        assertThat(adapter.spendCatalog()
                        .sums(SpendQuestion.by(SpendDimension.BUYER).in("ZAR"), ZoneOffset.UTC)
                        .spends()
                        .get(0)
                        .awards())
                .isEqualTo(tenders);
        isReadFromTheReplica();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> adapter.searchCatalog()
                        .search(TenderQuery.builder().cursor("nonsense").build()));
        isReadFromTheReplica();
        assertThat(adapter.searchCatalog().find("ocds-1")).isPresent();
        assertThat(replica.askedSince())
                .as("one tender is read where it was written")
                .isZero();
    }

    private void fallsBehind(StreamingReplica standby) throws Exception {
        standby.fallBehind();
        save();
        primary.askedSince();
        assertThat(found()).as("never older than the primary").isEqualTo(tenders);
        assertThat(primary.askedSince()).as("its position and the search").isEqualTo(2);
        assertThat(found()).isEqualTo(tenders);
        assertThat(adapter.replicaBreaker()).contains(BreakerState.OPEN);
        standby.catchUp();
        awaitReadsOfTheReplica();
        assertThat(found()).isEqualTo(tenders);
    }

    private void goesAway(StreamingReplica standby) throws Exception {
        standby.stop();
        for (int i = 0; i < FAILURES; i++) {
            assertThat(found()).isEqualTo(tenders);
        }
        assertThat(adapter.replicaBreaker()).contains(BreakerState.OPEN);
        standby.startAgain();
        save();
        awaitReadsOfTheReplica();
        assertThat(found()).isEqualTo(tenders);
    }

    /** The primary itself, which follows nobody. */
    private void isNoReplica() {
        PostgresAdapter mistaken = PostgresAdapter.builder(primary)
                .replica(primary, "127.0.0.1")
                .replicaPause(1, Duration.ofDays(1))
                .build();
        assertThat(mistaken.searchCatalog().search(EVERYTHING).hits()).hasSize(tenders);
        assertThat(mistaken.replicaBreaker()).contains(BreakerState.OPEN);
    }

    private int found() {
        return adapter.searchCatalog().search(EVERYTHING).hits().size();
    }

    /** Of the primary only the position was asked. */
    private void isReadFromTheReplica() {
        assertThat(primary.askedSince()).isEqualTo(1);
        assertThat(replica.askedSince()).isEqualTo(1);
    }

    private void awaitReadsOfTheReplica() {
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        do {
            primary.askedSince();
            replica.askedSince();
            found();
            assertThat(System.nanoTime()).as("the replica is read again").isLessThan(guard);
        } while (replica.askedSince() != 1 || primary.askedSince() != 1);
        assertThat(adapter.replicaBreaker()).contains(BreakerState.CLOSED);
    }

    private void save() {
        tenders++;
        Tender tender = Tender.builder("ocds-" + tenders, Instant.EPOCH)
                .title("Water pipes")
                .buyer(new Organisation(Optional.empty(), "Public Works"))
                .awards(List.of(new Award(
                        Optional.empty(),
                        Optional.of("active"),
                        Optional.empty(),
                        Optional.of(new Money(BigDecimal.TEN, "ZAR")),
                        List.of())))
                .build();
        adapter.unitOfWork().forSystem(transaction -> transaction.tenders().saveAll(List.of(toStore(tender))));
    }
}
