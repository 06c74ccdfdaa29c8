package io.tenderhub.isolation;

import static io.tenderhub.contract.SampleTenders.tender;
import static io.tenderhub.contract.SampleTenders.toStore;
import static java.util.Objects.requireNonNull;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.LoginAttempts;
import io.tenderhub.account.Logins;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.PasswordHasher;
import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.activity.Activity;
import io.tenderhub.alert.Alert;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.contract.SampleProfiles;
import io.tenderhub.contract.SampleSearches;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.idempotency.Idempotency;
import io.tenderhub.idempotency.IdempotencyKey;
import io.tenderhub.idempotency.IdempotencyRules;
import io.tenderhub.idempotency.RecordedAnswer;
import io.tenderhub.idempotency.RequestFingerprint;
import io.tenderhub.idempotency.Requester;
import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.notification.NewsId;
import io.tenderhub.notification.Notification;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.search.SearchClick;
import io.tenderhub.search.SearchId;
import io.tenderhub.team.Actor;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.Member;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.teststores.TestStores;
import io.tenderhub.workspace.Stamp;
import io.tenderhub.workspace.WorkspaceEntry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.bson.Document;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * The teams {@code alpha} and {@code beta} on real stores, each with something in every place that holds something of a team. All that
 * is beta's has the name in it. PostgreSQL is used by a login that is no superuser.
 */
final class TwoTeams implements AutoCloseable {
    static final TeamId ALPHA = new TeamId("alpha");
    static final TeamId BETA = new TeamId("beta");
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final String prefix = "i" + UUID.randomUUID().toString().substring(0, 8);
    private final OwnLogin login = OwnLogin.make();
    private final HikariDataSource pool = new HikariDataSource();
    private final MongoClient mongoClient;
    private final MongoDatabase database;
    private final RedisClient redisClient =
            RedisClient.create(TestStores.shared().redisUrl());
    private final PostgresAdapter postgres;
    private final MongoAdapter mongo;
    private final RedisAdapter redis;

    private TwoTeams() {
        pool.setDataSource(login.dataSource());
        pool.setMaximumPoolSize(8);
        ConnectionString mongoUrl = new ConnectionString(TestStores.shared().freshMongoUrl());
        mongoClient = MongoClients.create(mongoUrl);
        database = mongoClient.getDatabase(requireNonNull(mongoUrl.getDatabase()));
        NamePrefix name = new NamePrefix(prefix);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        postgres = PostgresAdapter.builder(pool).prefix(name).clock(clock).build();
        mongo = MongoAdapter.builder(database).prefix(name).clock(clock).build();
        redis = RedisAdapter.builder(redisClient)
                .prefix(name)
                .clock(clock)
                .secondLevel(mongo.secondLevel())
                .build();
        postgres.migrate();
        mongo.createIndexes();
    }

    static TwoTeams filled() {
        TwoTeams teams = new TwoTeams();
        teams.unitOfWork()
                .<Object>forSystem(system -> system.tenders()
                        .saveAll(List.of(
                                toStore(tender(followed(new TeamId("gamma"))).build()))));
        for (TeamId team : List.of(ALPHA, BETA)) {
            teams.postgres.unitOfWork().<Integer>forSystem(system -> {
                system.users()
                        .insert(
                                new User(
                                        owner(team), new EmailAddress(team + "@example.org"), "Jo " + team, NOW, false),
                                new PasswordHash("hash"));
                return system.tenders()
                        .saveAll(List.of(toStore(tender(followed(team)).build())))
                        .size();
            });
            teams.fillTruth(team);
            teams.fillOthers(team);
        }
        return teams;
    }

    static UserId owner(TeamId team) {
        return new UserId("jo-" + team);
    }

    /** The tender that this team follows, and the other does not. */
    static String followed(TeamId team) {
        return "ocds-" + team;
    }

    /** An answer of a team, named after a team. */
    static CacheKey<Cached> cached(TeamId owner, TeamId name) {
        return new CacheKey<>(
                new CacheRegion<>("list", Cached.class, Duration.ofHours(1)).withSecondLevel(),
                Optional.of(owner),
                "list-" + name,
                Set.of());
    }

    /** @param text says whose it is */
    record Cached(String text) {}

    static StoredScore score(String ocid) {
        return new StoredScore(
                new ReadinessScore(
                        ocid,
                        "T-1",
                        62.5,
                        Recommendation.BID,
                        "Because.",
                        List.of(),
                        List.of(),
                        List.of(),
                        "standard",
                        "1",
                        NOW),
                1,
                1);
    }

    /** The search that this team keeps, and that finds what it follows. */
    static SavedSearch savedSearch(String team) {
        return new SavedSearch(
                "search-" + team,
                new SearchDraft("of " + team, Optional.of(team), TenderFilter.ALL, Alert.DAILY_DIGEST),
                "user:jo-" + team,
                NOW,
                Optional.of(NOW));
    }

    private void fillTruth(TeamId id) {
        unitOfWork().<Boolean>forTeam(id, team -> {
            team.team().insert(new Team(id, id + " ltd", "pro", ZoneOffset.UTC, Team.State.ACTIVE, NOW));
            team.sagas()
                    .insert(new TeamSaga(
                            id, TeamSaga.Kind.REGISTRATION, TeamSaga.Step.DONE, 0, Optional.empty(), NOW, NOW));
            team.members().save(new Member(owner(id), Role.OWNER, NOW));
            team.invitations()
                    .insert(new Invitation(
                            "inv-" + id,
                            new EmailAddress("new@" + id + ".example"),
                            Role.MEMBER,
                            "hash-" + id,
                            "user:jo-" + id,
                            NOW,
                            NOW));
            team.apiKeys()
                    .insert(new ApiKey(
                            "key-" + id,
                            id + "'s",
                            "hash-" + id,
                            Set.of(Permission.READ),
                            "jo",
                            NOW,
                            Optional.empty()));
            team.profile().save(SampleProfiles.withStaff(id + " ltd", 7));
            team.workspace().insert(WorkspaceEntry.saved(followed(id), new Stamp("user:jo-" + id, NOW)));
            team.savedSearches().insert(savedSearch(id.value()));
            team.searchMatches().know(savedSearch(id.value()), NOW);
            team.audit().append("user:jo-" + id, "team.created", id.value(), Map.of(), Map.of("name", id + " ltd"));
            team.outbox()
                    .append(List.of(new DomainEvent(EventType.TEAM_CREATED, id.value(), Optional.of(id), Map.of())));
            return true;
        });
    }

    private void fillOthers(TeamId id) {
        redis.cache().get(cached(id, id), () -> Optional.of(new Cached("of " + id)));
        mongo.scores().forTeam(id).saveAll(List.of(score(followed(id))));
        mongo.activityLog()
                .record(List.of(new Activity(
                        "event-" + id, "team.created", Optional.of(id), id.value(), Map.of("by", "jo-" + id), NOW)));
        mongo.searchLog().record(SampleSearches.search(number(id.value()), Optional.of(id), "school of " + id, 1, NOW));
        mongo.searchLog().forTeam(id).click(search(id.value()), new SearchClick(followed(id), 1, NOW));
        mongo.secondLevel()
                .forTeam(id)
                .save("list-" + id, ("of " + id).getBytes(StandardCharsets.UTF_8), Duration.ofHours(1));
        redis.quotas().forTeam(id).take("searches", new QuotaRule(3, QuotaPeriod.DAY), ZoneOffset.UTC);
        redis.sessions().open(owner(id));
        redis.notifications()
                .publish(List.of(new Notification(1, "workspace.changed", Optional.of(id), followed(id), NOW)));
        answered(Actor.ofApiKey(id, "key-" + id, Set.of(Permission.READ)), 201, "of " + id);
    }

    /** The name of the search that a team has made, if it has. */
    static SearchId search(String team) {
        return SampleSearches.id(number(team));
    }

    private static int number(String team) {
        return team.charAt(0);
    }

    /** What is answered to a request by a key that both teams use. */
    String answered(Actor actor, int status, String answer) {
        RecordedAnswer given = new Idempotency(postgres.keptAnswers(), IdempotencyRules.DEFAULT, new SecureRandom())
                .once(
                        Requester.of(actor),
                        IdempotencyKey.read("a-key-that-both-teams-use"),
                        RequestFingerprint.of("POST /things", new byte[0]),
                        () -> RecordedAnswer.of(status, Map.of(), answer.getBytes(StandardCharsets.UTF_8)));
        return new String(given.body(), StandardCharsets.UTF_8);
    }

    /** The last place in the news of a team. */
    NewsId place(String team) {
        return redis.notifications()
                .forTeam(new TeamId(team))
                .recent(Optional.empty())
                .last();
    }

    /** Of whom nobody has a password. */
    Logins logins() {
        return new Logins(
                unitOfWork(),
                new NoPasswords(),
                redis.sessions(),
                new LoginAttempts(
                        redis.rateLimiter(),
                        LoginAttempts.USUAL,
                        WithoutCount.refuse(away -> {}),
                        Clock.fixed(NOW, ZoneOffset.UTC)),
                new SecureRandom());
    }

    UnitOfWork unitOfWork() {
        return postgres.unitOfWork();
    }

    PostgresAdapter postgres() {
        return postgres;
    }

    MongoAdapter mongo() {
        return mongo;
    }

    MongoDatabase database() {
        return database;
    }

    RedisAdapter redis() {
        return redis;
    }

    RedisClient redisClient() {
        return redisClient;
    }

    OwnLogin login() {
        return login;
    }

    DataSource pool() {
        return pool;
    }

    String prefix() {
        return prefix;
    }

    List<String> texts(String query) throws SQLException {
        return texts(pool, query);
    }

    static List<String> texts(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        }
    }

    /** Every key of Redis under the prefix. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = redisClient.scan(
                    cursor, new ScanParams().match(prefix + ":*").count(1_000));
            keys.addAll(page.getResult());
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return keys;
    }

    /** All that beta has anywhere, as it is kept. */
    List<String> allOfBeta() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : texts("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " WHERE a.attname = 'team_id' AND c.relkind = 'r' AND c.relname LIKE '" + prefix
                + "\\_%' ORDER BY 1")) {
            all.addAll(rowsOfBeta(table));
        }
        for (String collection : database.listCollectionNames().into(new TreeSet<>())) {
            database.getCollection(collection)
                    .find(new Document("teamId", "beta"))
                    .map(document -> collection + " " + document.toJson())
                    .into(all);
        }
        for (String key : keys()) {
            if (key.contains("{beta}") || key.contains("{jo-beta}")) {
                all.add(key + " " + Arrays.hashCode(redisClient.dump(key)));
            }
        }
        return all;
    }

    private List<String> rowsOfBeta(String table) throws SQLException {
        String role = table.endsWith("_outbox") ? "_system" : "_app";
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('role', '" + prefix + role + "', true), set_config('" + prefix
                    + ".team', 'beta', true)");
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT '" + table + " ' || to_jsonb(t)::text FROM " + table
                    + " t WHERE team_id = 'beta' ORDER BY 1")) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            connection.commit();
            return rows;
        }
    }

    @Override
    public void close() {
        redis.close();
        mongo.close();
        redisClient.close();
        mongoClient.close();
        pool.close();
    }

    private static final class NoPasswords implements PasswordHasher {
        @Override
        public PasswordHash hash(Secret password) {
            return new PasswordHash("none");
        }

        @Override
        public boolean matches(Secret password, PasswordHash hash) {
            return false;
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return false;
        }
    }
}
