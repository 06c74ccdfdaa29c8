package io.tenderhub.memory;

import io.tenderhub.account.UserRepository;
import io.tenderhub.audit.AuditTrail;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.Outbox;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.TeamDirectory;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRepository;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderRepository;
import io.tenderhub.tender.TenderToStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects the changes of a transaction aside and commits them at once, again if another one was quicker. */
final class MemoryUnitOfWork implements UnitOfWork {
    /** After so many runs in vain a transaction runs alone, so that it can't be overtaken for ever. */
    private static final int RUNS_BESIDE_OTHERS = 5;

    private final MemoryTruth truth;

    MemoryUnitOfWork(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public <T> T forSystem(Function<? super SystemTransaction, ? extends T> work) {
        return commit(changes -> work.apply(new SystemTransaction() {
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
                return list -> saveAll(changes, list);
            }

            @Override
            public Outbox outbox() {
                return events -> append(changes, events);
            }
        }));
    }

    @Override
    public <T> T forTeam(TeamId team, Function<? super TeamTransaction, ? extends T> work) {
        return commit(changes -> work.apply(new TeamTransaction() {
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
                return new TeamProfile(team, changes);
            }

            @Override
            public Outbox outbox() {
                return events -> append(changes, events);
            }
        }));
    }

    private <T> T commit(Function<Changes, T> work) {
        for (int run = 0; run < RUNS_BESIDE_OTHERS; run++) {
            Changes changes = new Changes();
            T result = runToEnd(work, changes);
            if (truth.commit(changes)) {
                return result;
            }
        }
        return truth.alone(alone -> {
            Changes changes = new Changes();
            T result = runToEnd(work, changes);
            if (!alone.commit(changes)) {
                throw new IllegalStateException("a transaction within this one changed what it had read");
            }
            return result;
        });
    }

    private static <T> T runToEnd(Function<Changes, T> work, Changes changes) {
        try {
            return work.apply(changes);
        } finally {
            changes.end();
        }
    }

    private static void append(Changes changes, List<DomainEvent> events) {
        changes.requireOpen();
        changes.events.addAll(events);
    }

    private List<SaveOutcome> saveAll(Changes changes, List<TenderToStore> list) {
        changes.requireOpen();
        list.forEach(toStore -> requireStorable(toStore.tender()));
        List<SaveOutcome> outcomes = new ArrayList<>(list.size());
        for (TenderToStore toStore : list) {
            outcomes.add(save(changes, toStore));
        }
        return List.copyOf(outcomes);
    }

    private SaveOutcome save(Changes changes, TenderToStore toStore) {
        String ocid = toStore.tender().ocid();
        Optional<Row> known = Optional.ofNullable(changes.tenders.get(ocid))
                .or(() -> changes.readTenders.computeIfAbsent(ocid, truth::tender));
        if (known.isEmpty()) {
            put(changes, toStore, 1);
            return SaveOutcome.CREATED;
        }
        StoredTender stored = known.get().stored();
        if (toStore.tender().releaseDate().isBefore(stored.tender().releaseDate())) {
            return SaveOutcome.OLDER;
        }
        if (saysTheSame(known.get().content(), toStore)) {
            return SaveOutcome.UNCHANGED;
        }
        put(changes, toStore, stored.version() + 1);
        return SaveOutcome.UPDATED;
    }

    private void put(Changes changes, TenderToStore toStore, long version) {
        changes.tenders.put(
                toStore.tender().ocid(), new Row(new StoredTender(toStore.tender(), version, truth.now()), toStore));
    }

    private static boolean saysTheSame(TenderToStore known, TenderToStore toStore) {
        return known.cidb().equals(toStore.cidb())
                && known.tender()
                        .equals(SameSource.withSource(
                                toStore.tender(), known.tender().source()));
    }

    /** What no store can hold is refused here too, so that what runs in memory runs on the others. */
    private static void requireStorable(Tender tender) {
        if (tender.toString().indexOf('\u0000') >= 0) {
            throw new InvalidInputException("tender " + tender.ocid(), "tender", "a text holds the character U+0000");
        }
    }

    private final class TeamProfile implements ProfileRepository {
        private final TeamId team;
        private final Changes changes;

        TeamProfile(TeamId team, Changes changes) {
            this.team = team;
            this.changes = changes;
        }

        @Override
        public Optional<StoredProfile> find() {
            changes.requireOpen();
            return Optional.ofNullable(changes.profiles.get(team))
                    .or(() -> changes.readProfiles.computeIfAbsent(team, truth::profile));
        }

        @Override
        public StoredProfile save(CompanyProfile profile) {
            Optional<StoredProfile> known = find();
            if (known.isPresent() && known.get().profile().equals(profile)) {
                return known.get();
            }
            long version = known.map(StoredProfile::version).orElse(0L) + 1;
            StoredProfile stored = new StoredProfile(team, profile, version, truth.now());
            changes.profiles.put(team, stored);
            return stored;
        }
    }
}
