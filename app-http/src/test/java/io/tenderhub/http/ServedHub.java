package io.tenderhub.http;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hub over real stores behind a real HTTP service, for tests that share it: each makes the teams it works on, and takes users from
 * here, as making one costs a slow hash and logging in two. Asked for by {@link Served}.
 */
public final class ServedHub implements AutoCloseable {
    public static final Secret PASSWORD = new Secret("correct horse battery");
    private static final Secret OPERATOR = new Secret("the-operator-of-the-tests-0123456789");

    private final TenderHub hub;
    private final HttpService service;
    private final DescribedApi described;
    private final Map<String, User> users = new HashMap<>();
    private final Map<User, Secret> sessions = new HashMap<>();
    private final AtomicInteger teams = new AtomicInteger();

    private ServedHub(TenderHub hub, HttpService service) {
        this.hub = hub;
        this.service = service;
        this.described = DescribedApi.of("http://" + service.host() + ":" + service.port());
    }

    static ServedHub start() {
        TestStores stores = TestStores.shared();
        Map<String, String> environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "served" + Long.toString(System.nanoTime(), 36),
                "TENDERHUB_OPERATOR_TOKEN", OPERATOR.reveal(),
                "TENDERHUB_HTTP_BEHIND_PROXY", "true",
                "TENDERHUB_HTTP_PORT", "0");
        HubConfiguration configuration = HubConfiguration.of(Map.of(), environment, Optional.empty());
        TenderHub.migrate(configuration);
        TenderHub hub = TenderHub.start(configuration);
        return new ServedHub(hub, HttpService.start(hub));
    }

    public TenderHub hub() {
        return hub;
    }

    /** Who shows nothing. */
    public Client nobody() {
        return new Client(described, Map.of());
    }

    /** Who shows a session's token or an API key. */
    public Client as(Secret shown) {
        return nobody().with("Authorization", "Bearer " + shown.reveal());
    }

    /** A user of {@link #user}, logged in. */
    public Client as(String name) {
        return as(session(user(name)));
    }

    public Client asOperator() {
        return as(OPERATOR);
    }

    /** The user {@code <name>@example.org}, made the first time. */
    public synchronized User user(String name) {
        return users.computeIfAbsent(
                name, missing -> hub.accounts().register(missing + "@example.org", missing, PASSWORD));
    }

    private synchronized Secret session(User user) {
        return sessions.computeIfAbsent(
                user, missing -> hub.logins().login(missing.email().value(), PASSWORD));
    }

    /** A new team of a user. */
    public TeamId team(String owner, String plan) {
        TeamId id = new TeamId("team-" + teams.incrementAndGet());
        hub.registration()
                .registerAsOperator(new NewTeam(
                        "Team " + id,
                        Optional.of(id),
                        plan,
                        ZoneId.of("Africa/Johannesburg"),
                        user(owner).id()));
        return id;
    }

    public void join(TeamId team, String name, Role role) {
        User user = user(name);
        hub.invitations()
                .accept(
                        hub.invitations()
                                .invite(Actor.operator(team), user.email().value(), role),
                        user);
    }

    /** A key of a team that may do this alone. */
    public Client asKey(TeamId team, Permission... scopes) {
        return as(hub.apiKeys().create(Actor.operator(team), "test", Set.of(scopes)));
    }

    @Override
    public void close() {
        service.close();
        hub.close();
    }
}
