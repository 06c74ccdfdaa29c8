package io.tenderhub.postgres;

import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.contract.ApiKeyRepositoryContract;
import io.tenderhub.contract.AuditTrailContract;
import io.tenderhub.contract.InvitationRepositoryContract;
import io.tenderhub.contract.MemberRepositoryContract;
import io.tenderhub.contract.OutboxContract;
import io.tenderhub.contract.PendingEventsContract;
import io.tenderhub.contract.ProfileRepositoryContract;
import io.tenderhub.contract.SampleTeams;
import io.tenderhub.contract.TeamDirectoryContract;
import io.tenderhub.contract.TeamRepositoryContract;
import io.tenderhub.contract.UserRepositoryContract;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.event.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Everything that touches the rows of teams, as a login that owns the tables, is bound by their security and may make roles. */
class PlainLoginTest {
    private static OwnDatabase database;

    @BeforeAll
    static void make() {
        database = new OwnDatabase("CREATEROLE");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void verifiesAndStoresTenders() {
        PostgresAdapter adapter = database.empty(Clock.systemUTC());

        adapter.verifySchema();
        adapter.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(toStore(tender("a").build()))));

        assertThat(adapter.tenderCatalog().find("a")).isPresent();
    }

    @Test
    void hearsOfTendersThatTheLoginChangesBySql() {
        PostgresAdapter adapter = database.empty(Clock.systemUTC());
        adapter.unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(List.of(toStore(tender("a").build()))));

        OwnDatabase.execute(
                database.asLogin(), "UPDATE " + database.names().tenders() + " SET heading = 'x' WHERE ocid = 'a'");

        assertThat(adapter.outboxQueue().claim(10, Duration.ofMinutes(1), EventSelection.ALL))
                .extracting(claimed -> claimed.event().aggregateId())
                .containsExactly("a");
    }

    @Test
    void findsItsTablesInASchemaThatIsCalledLikeTheLogin() {
        try (OwnDatabase own = new OwnDatabase("CREATEROLE")) {
            OwnDatabase.execute(own.asSuperuser(), "CREATE SCHEMA AUTHORIZATION " + own.login());
            PostgresAdapter adapter = own.adapter(Clock.systemUTC());
            adapter.migrate();
            adapter.verifySchema();
            assertThat(TestServer.texts(
                            own.asLogin(),
                            "SELECT relnamespace::regnamespace FROM pg_class WHERE relname = '"
                                    + own.names().teams() + "'"))
                    .containsExactly(own.login());

            SampleTeams.insert(adapter.unitOfWork(), SampleTeams.ACME);

            assertThat(adapter.unitOfWork()
                            .<Integer>forSystem(
                                    transaction -> transaction.teams().all().size()))
                    .isOne();
            assertThat(adapter.outboxQueue().depth().waiting()).isZero();
            assertThat(adapter.outboxQueue().claim(1, Duration.ofMinutes(1), EventSelection.ALL))
                    .isEmpty();
        }
    }

    @Nested
    class Events extends OutboxContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }

        @Override
        protected OutboxQueue outboxQueue() {
            return adapter.outboxQueue();
        }

        @Override
        protected OutboxAdministration administration() {
            return adapter.outboxAdministration();
        }

        @Override
        protected OutboxSignal signal() {
            return adapter.outboxSignal();
        }
    }

    @Nested
    class Pending extends PendingEventsContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }

        @Override
        protected OutboxQueue outboxQueue() {
            return adapter.outboxQueue();
        }

        @Override
        protected PendingEvents pendingEvents() {
            return adapter.pendingEvents();
        }
    }

    @Nested
    class Profiles extends ProfileRepositoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }

        @Override
        protected ProfileCatalog profileCatalog() {
            return adapter.profileCatalog();
        }
    }

    @Nested
    class Teams extends TeamRepositoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }

    @Nested
    class Members extends MemberRepositoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }

    @Nested
    class Invitations extends InvitationRepositoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }

    @Nested
    class ApiKeys extends ApiKeyRepositoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }

    @Nested
    class Trail extends AuditTrailContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }

    @Nested
    class Users extends UserRepositoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }

    @Nested
    class Directory extends TeamDirectoryContract {
        private final PostgresAdapter adapter = database.empty(clock);

        @Override
        protected UnitOfWork unitOfWork() {
            return adapter.unitOfWork();
        }
    }
}
