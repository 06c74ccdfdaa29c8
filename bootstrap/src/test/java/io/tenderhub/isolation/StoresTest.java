package io.tenderhub.isolation;

import static io.tenderhub.isolation.TwoTeams.ALPHA;
import static io.tenderhub.isolation.TwoTeams.BETA;
import static io.tenderhub.isolation.TwoTeams.NOW;
import static io.tenderhub.isolation.TwoTeams.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.notification.Notification;
import io.tenderhub.notification.Notifications.Subscription;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Plans;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRegistration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What MongoDB and Redis hold of a team says whose it is, and is heard by, and taken from, nobody else. */
class StoresTest {
    private static final Set<String> TEAMLESS_COLLECTIONS = Set.of("summaries", "analytics");
    /** Each document says whose it is, or is nobody's. */
    private static final Set<String> COLLECTIONS_WITH_TEAMS = Set.of("scores", "activities", "searches", "cache");

    /** How keys are made, and by whom they are told apart. A new one is entered where it belongs. */
    private static final Set<String> KEYS_OF_A_TEAM = Set.of("news", "quota", "quotas", "notifications", "answer");

    private static final Set<String> KEYS_OF_A_USER = Set.of("session", "sessions", "rate");
    /** Each names tenders, days, currencies, processes or hashes alone; a generation is a random text. */
    private static final Set<String> KEYS_OF_NOBODY = Set.of(
            "generations", "era", "loading", "lock", "fence", "lockOwner", "popularOn", "popularUntil", "spendBoard");

    private final TwoTeams teams = TwoTeams.filled();

    @BeforeEach
    void useEverything() {
        teams.redis().rateLimiter().ask("user:" + owner(BETA), "search", RateLimit.DEFAULT);
        teams.redis().popularTenders().saved("ocds-beta");
        teams.redis().locks().tryAcquire(List.of("ocds-beta"), Duration.ofSeconds(5));
    }

    @AfterEach
    void end() {
        teams.close();
    }

    @Test
    void everyCollectionIsKnown() {
        Set<String> known = new TreeSet<>(TEAMLESS_COLLECTIONS);
        known.addAll(COLLECTIONS_WITH_TEAMS);

        assertThat(teams.database().listCollectionNames().into(new TreeSet<>()))
                .isSubsetOf(
                        known.stream().map(name -> teams.prefix() + "_" + name).toList());
    }

    @Test
    void everyDocumentThatTellsOfATeamSaysWhoseItIs() {
        for (String collection : teams.database().listCollectionNames()) {
            for (Document document : teams.database().getCollection(collection).find()) {
                String name = collection.substring(teams.prefix().length() + 1);
                if (document.toJson().contains("beta") && !TEAMLESS_COLLECTIONS.contains(name)) {
                    assertThat(document.getString("teamId"))
                            .as(document.toJson())
                            .isEqualTo("beta");
                }
            }
        }
        for (String name : COLLECTIONS_WITH_TEAMS) {
            assertThat(teams.database()
                            .getCollection(teams.prefix() + "_" + name)
                            .countDocuments(new Document("teamId", "beta")))
                    .as(name)
                    .isPositive();
        }
    }

    @Test
    void everyWayToMakeAKeyIsKnown() throws ClassNotFoundException {
        Set<String> known = new TreeSet<>(KEYS_OF_A_TEAM);
        known.addAll(KEYS_OF_A_USER);
        known.addAll(KEYS_OF_NOBODY);

        Set<String> made = new TreeSet<>();
        for (Method method : Class.forName("io.tenderhub.redis.RedisKeys").getDeclaredMethods()) {
            if (!Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()) {
                made.add(method.getName());
            }
        }

        assertThat(made).isEqualTo(known);
    }

    @Test
    void everyKeyThatTellsOfATeamBeginsWithTheTeamOrItsUser() {
        List<String> ofBeta = teams.keys().stream()
                .filter(key -> key.contains("beta"))
                .filter(key -> !key.contains("ocds-beta"))
                .toList();

        assertThat(ofBeta)
                .hasSizeGreaterThan(4)
                .allMatch(key -> key.startsWith(teams.prefix() + ":team:{beta}:")
                        || key.startsWith(teams.prefix() + ":user:{jo-beta}:")
                        || key.equals(teams.prefix() + ":rate:{user%3Ajo-beta}:search"));
    }

    @Test
    void noTeamHearsWhatIsForAnother() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Subscription alpha = teams.redis()
                        .notifications()
                        .forTeam(ALPHA)
                        .subscribe(news -> heard.add(news.notification().subject()));
                Subscription everybody = teams.redis()
                        .notifications()
                        .forEverybody()
                        .subscribe(news ->
                                heard.add("public " + news.notification().subject()))) {
            teams.redis().notifications().publish(List.of(news(1, Optional.of(BETA)), news(2, Optional.of(ALPHA))));

            // What came before on the same connection would have been heard before.
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("event 2");
            assertThat(heard).isEmpty();
            assertThat(List.of(alpha, everybody)).doesNotContainNull();
        }
    }

    @Test
    void removingATeamTakesNothingFromAnother() throws SQLException {
        Object before = teams.allOfBeta();

        new TeamRegistration(
                        teams.unitOfWork(),
                        Plans.standard(),
                        teams.mongo().derivedTeamData(),
                        teams.redis().volatileTeamData(),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Random(1))
                .remove(Actor.operator(ALPHA));

        assertThat(teams.allOfBeta()).isEqualTo(before);
        assertThat(teams.keys()).noneMatch(key -> key.contains("{alpha}:quotas"));
        assertThat(teams.mongo().scores().forTeam(ALPHA).count()).isZero();
    }

    private static Notification news(long id, Optional<TeamId> team) {
        return new Notification(id, "workspace.changed", team, "event " + id, NOW);
    }
}
