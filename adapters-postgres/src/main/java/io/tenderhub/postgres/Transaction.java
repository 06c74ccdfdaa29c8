package io.tenderhub.postgres;

import io.tenderhub.account.UserRepository;
import io.tenderhub.audit.AuditTrail;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.event.Outbox;
import io.tenderhub.event.UnitOfWork.SystemTransaction;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRepository;
import io.tenderhub.tender.TenderRepository;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One open transaction, and what is had through it: dead once it ended. */
final class Transaction {
    private final Database database;
    private final Handle handle;
    private volatile boolean ended;
    private @Nullable RuntimeException failure;
    private boolean lostRace;

    Transaction(Database database, Handle handle) {
        this.database = database;
        this.handle = handle;
    }

    /**
     * Runs statements in the transaction. A failed statement fails the whole transaction, also if the caller swallows the
     * exception: PostgreSQL would otherwise turn the commit into a rollback.
     */
    <T> T run(String subject, Function<Handle, T> statements) {
        if (ended) {
            throw new IllegalStateException("the transaction has ended; its repositories are of no use any more");
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return statements.apply(handle);
        } catch (JdbiException e) {
            lostRace = SqlFailures.lostRace(e);
            RuntimeException translated = database.failures().translate(subject, e);
            failure = translated;
            throw translated;
        }
    }

    void end() {
        ended = true;
    }

    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    boolean lostRace() {
        return lostRace;
    }

    Database database() {
        return database;
    }

    SystemTransaction ofSystem() {
        TenderRepository tenders = new TenderWriter(this);
        Outbox outbox = new OutboxWriter(this);
        return new SystemTransaction() {
            @Override
            public UserRepository users() {
                throw new UnsupportedOperationException("users");
            }

            @Override
            public TeamDirectory teams() {
                throw new UnsupportedOperationException("teams");
            }

            @Override
            public TenderRepository tenders() {
                return tenders;
            }

            @Override
            public Outbox outbox() {
                return outbox;
            }
        };
    }

    TeamTransaction ofTeam(TeamId team) {
        ProfileRepository profile = new ProfileWriter(this, team);
        Outbox outbox = new OutboxWriter(this);
        return new TeamTransaction() {
            @Override
            public TeamRepository team() {
                throw new UnsupportedOperationException("team");
            }

            @Override
            public MemberRepository members() {
                throw new UnsupportedOperationException("members");
            }

            @Override
            public InvitationRepository invitations() {
                throw new UnsupportedOperationException("invitations");
            }

            @Override
            public ApiKeyRepository apiKeys() {
                throw new UnsupportedOperationException("apiKeys");
            }

            @Override
            public AuditTrail audit() {
                throw new UnsupportedOperationException("audit");
            }

            @Override
            public ProfileRepository profile() {
                return profile;
            }

            @Override
            public Outbox outbox() {
                return outbox;
            }
        };
    }
}
