package io.tenderhub.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.tenderhub.argon2.violation.HasherKnowingAStore;
import io.tenderhub.bootstrap.violation.BootstrapNamingTheInsideOfAnAdapter;
import io.tenderhub.cli.violation.CommandUsingADriver;
import io.tenderhub.documents.violation.DocumentKnowingAFeed;
import io.tenderhub.feeds.PublicBesidesTheEntry;
import io.tenderhub.feeds.violation.FeedKnowingAStore;
import io.tenderhub.http.violation.RouteNamingAnAdapter;
import io.tenderhub.http.violation.RouteUsingADriver;
import io.tenderhub.json.violation.JsonKnowingAStore;
import io.tenderhub.lucene.violation.IndexKnowingTheModel;
import io.tenderhub.micrometer.violation.FiguresKnowingAStore;
import io.tenderhub.minilm.violation.ModelKnowingTheIndex;
import io.tenderhub.mongo.violation.MongoKnowingRedis;
import io.tenderhub.postgres.violation.PostgresKnowingMongo;
import io.tenderhub.redis.violation.RedisKnowingPostgres;
import io.tenderhub.tender.violation.CoreReachingJackson;
import io.tenderhub.tender.violation.RuleLookingAtTheClock;
import io.tenderhub.tender.violation.TenderHelper;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.tenderhub");

    static Stream<Arguments> rulesAndWhatBreaksThem() {
        return Stream.of(
                arguments(HouseRules.coreReachesOnlyTheJdkAndItself(), CoreReachingJackson.class),
                arguments(HouseRules.feedsReachOnlyTheCoreAndTheirLibraries(), FeedKnowingAStore.class),
                arguments(HouseRules.postgresReachesOnlyTheCoreAndItsLibraries(), PostgresKnowingMongo.class),
                arguments(HouseRules.mongoReachesOnlyTheCoreAndItsLibraries(), MongoKnowingRedis.class),
                arguments(HouseRules.redisReachesOnlyTheCoreAndItsLibraries(), RedisKnowingPostgres.class),
                arguments(HouseRules.argon2ReachesOnlyTheCoreAndItsLibrary(), HasherKnowingAStore.class),
                arguments(HouseRules.documentsReachOnlyTheCoreAndTheirLibraries(), DocumentKnowingAFeed.class),
                arguments(HouseRules.micrometerReachesOnlyTheCoreAndItsLibrary(), FiguresKnowingAStore.class),
                arguments(HouseRules.luceneReachesOnlyTheCoreAndItsLibrary(), IndexKnowingTheModel.class),
                arguments(HouseRules.minilmReachesOnlyTheCoreAndItsLibrary(), ModelKnowingTheIndex.class),
                arguments(HouseRules.jsonReachesOnlyTheCoreAndJackson(), JsonKnowingAStore.class),
                arguments(HouseRules.httpSeesUseCasesNeverDrivers(), RouteUsingADriver.class),
                arguments(HouseRules.commandLineSeesUseCasesNeverDrivers(), CommandUsingADriver.class),
                arguments(HouseRules.onlyBootstrapNamesAnAdapter(), RouteNamingAnAdapter.class),
                arguments(
                        HouseRules.bootstrapNamesOnlyTheEntryClassOfAnAdapter(),
                        BootstrapNamingTheInsideOfAnAdapter.class),
                arguments(HouseRules.adaptersExposeOneEntryClass(), PublicBesidesTheEntry.class),
                arguments(HouseRules.timeInTheCoreComesFromItsCaller(), RuleLookingAtTheClock.class),
                arguments(HouseRules.namesSayWhatThingsAre(), TenderHelper.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesAndWhatBreaksThem")
    void theProductKeepsTheRule(ArchRule rule, Class<?> violation) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rulesAndWhatBreaksThem")
    void theRuleCatchesADeliberateViolation(ArchRule rule, Class<?> violation) {
        JavaClasses broken = new ClassFileImporter().importClasses(violation);

        assertThat(rule.evaluate(broken).hasViolation())
                .as("%s breaks: %s", violation.getSimpleName(), rule.getDescription())
                .isTrue();
    }

    @Test
    void everyRoomOfTheHouseIsLookedAt() {
        Set<String> rooms = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toSet());

        assertThat(rooms)
                .contains(
                        "feeds",
                        "postgres",
                        "mongo",
                        "redis",
                        "argon2",
                        "documents",
                        "micrometer",
                        "lucene",
                        "minilm",
                        "json",
                        "bootstrap",
                        "http",
                        "cli",
                        "tender");
    }

    @Test
    void everyPackageIsKnownToTheRules() {
        Set<String> known = Stream.concat(
                        Stream.of(HouseRules.CORE).map(name -> name.split("\\.")[2]),
                        Stream.of(
                                "feeds",
                                "postgres",
                                "mongo",
                                "redis",
                                "argon2",
                                "documents",
                                "micrometer",
                                "lucene",
                                "minilm",
                                "json",
                                "bootstrap",
                                "http",
                                "cli",
                                "embedded",
                                "contract"))
                .collect(Collectors.toSet());

        assertThat(PRODUCT.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.split("\\.")[2])
                        .distinct())
                .allMatch(known::contains);
    }
}
