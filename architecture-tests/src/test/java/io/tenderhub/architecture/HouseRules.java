package io.tenderhub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules, written as allow-lists: a misspelt package then fails instead of passing for ever. What each room may use is
 * said here and nowhere else.
 */
final class HouseRules {
    /** The capabilities of the core; a new package of the core is entered here. */
    static final String[] CORE = packages(
            "naming",
            "failure",
            "tender",
            "cidb",
            "company",
            "account",
            "team",
            "audit",
            "quota",
            "workspace",
            "requirement",
            "readiness",
            "summary",
            "document",
            "event",
            "cache",
            "lock",
            "activity",
            "notification",
            "popularity",
            "schedule",
            "search",
            "history",
            "duplicate",
            "semantic",
            "alert",
            "analytics",
            "details",
            "consistency",
            "ingestion",
            "idempotency",
            "operation",
            "memory");

    /** Each adapter by its one entry class. */
    static final Map<String, String> ADAPTERS = Map.of(
            "feeds", "FeedsAdapter",
            "postgres", "PostgresAdapter",
            "mongo", "MongoAdapter",
            "redis", "RedisAdapter",
            "argon2", "Argon2PasswordHasher",
            "documents", "DocumentsAdapter",
            "micrometer", "MicrometerAdapter",
            "lucene", "LuceneAdapter",
            "minilm", "MiniLmEmbedder");

    private static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations.."};
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String LOGGING = "org.slf4j..";

    private HouseRules() {}

    static ArchRule coreReachesOnlyTheJdkAndItself() {
        return only(CORE, "the core is pure Java", "javax.crypto..");
    }

    static ArchRule feedsReachOnlyTheCoreAndTheirLibraries() {
        return only(packages("feeds"), "no adapter knows another", JACKSON, "org.apache.commons.csv..", "org.jsoup..");
    }

    static ArchRule postgresReachesOnlyTheCoreAndItsLibraries() {
        return only(
                packages("postgres"),
                "no adapter knows another",
                JACKSON,
                LOGGING,
                "javax.sql..",
                "org.jdbi..",
                "org.postgresql..",
                "org.flywaydb..",
                "io.github.resilience4j..",
                "com.github.kagkarlsson.scheduler..");
    }

    static ArchRule mongoReachesOnlyTheCoreAndItsLibraries() {
        return only(
                packages("mongo"),
                "no adapter knows another",
                JACKSON,
                LOGGING,
                "com.mongodb..",
                "org.bson..",
                "io.github.resilience4j..");
    }

    static ArchRule redisReachesOnlyTheCoreAndItsLibraries() {
        return only(
                packages("redis"),
                "no adapter knows another",
                JACKSON,
                LOGGING,
                "redis.clients.jedis..",
                "com.github.benmanes.caffeine..",
                "io.github.resilience4j..");
    }

    static ArchRule argon2ReachesOnlyTheCoreAndItsLibrary() {
        return only(packages("argon2"), "no adapter knows another", "org.bouncycastle.crypto..");
    }

    static ArchRule documentsReachOnlyTheCoreAndTheirLibraries() {
        return only(
                packages("documents"),
                "no adapter knows another",
                "javax.xml.stream..",
                "org.apache.commons.logging..",
                "org.apache.pdfbox..",
                "org.apache.fontbox..");
    }

    static ArchRule micrometerReachesOnlyTheCoreAndItsLibrary() {
        return only(packages("micrometer"), "no adapter knows another", "io.micrometer..");
    }

    static ArchRule luceneReachesOnlyTheCoreAndItsLibrary() {
        return only(packages("lucene"), "no adapter knows another", LOGGING, "org.apache.lucene..");
    }

    static ArchRule minilmReachesOnlyTheCoreAndItsLibrary() {
        return only(packages("minilm"), "no adapter knows another", "ai.onnxruntime..");
    }

    static ArchRule jsonReachesOnlyTheCoreAndJackson() {
        return only(packages("json"), "the JSON face knows no store", JACKSON);
    }

    static ArchRule httpSeesUseCasesNeverDrivers() {
        return only(
                packages("http"),
                "an application is thin",
                LOGGING,
                JACKSON,
                "io.javalin..",
                "com.github.benmanes.caffeine..",
                "jakarta.servlet..",
                "org.eclipse.jetty..",
                "io.tenderhub.json..",
                "io.tenderhub.bootstrap..");
    }

    static ArchRule commandLineSeesUseCasesNeverDrivers() {
        return only(
                packages("cli"),
                "an application is thin",
                LOGGING,
                "ch.qos.logback..",
                "picocli..",
                "me.tongfei.progressbar..",
                "io.tenderhub.json..",
                "io.tenderhub.bootstrap..",
                "io.tenderhub.http..");
    }

    static ArchRule onlyBootstrapNamesAnAdapter() {
        return noClasses()
                .that()
                .resideInAPackage("io.tenderhub..")
                .and()
                .resideOutsideOfPackages(Stream.concat(Stream.of(adapters()), Stream.of("io.tenderhub.bootstrap.."))
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(adapters())
                .because("adapters are composed in one place");
    }

    static ArchRule bootstrapNamesOnlyTheEntryClassOfAnAdapter() {
        return noClasses()
                .that()
                .resideInAPackage("io.tenderhub.bootstrap..")
                .should()
                .dependOnClassesThat(DescribedPredicate.not(entryClass()).and(resideInAnyPackage(adapters())))
                .because("an adapter is entered by one door");
    }

    static ArchRule adaptersExposeOneEntryClass() {
        return classes()
                .that()
                .resideInAnyPackage(ADAPTERS.keySet().stream()
                        .map(name -> "io.tenderhub." + name)
                        .toArray(String[]::new))
                .and(DescribedPredicate.not(entryClass()))
                .should()
                .notHaveModifier(PUBLIC)
                .because("an adapter is entered by one door");
    }

    static ArchRule timeInTheCoreComesFromItsCaller() {
        return noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("a rule that looks at the clock can't be repeated");
    }

    static ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .that()
                .resideInAPackage("io.tenderhub..")
                .should()
                .haveNameMatching(".*\\.[^.]*(Util|Utils|Helper|Helpers|Manager|Common|Impl)")
                .because("such a name says nothing");
    }

    private static ArchRule only(String[] room, String because, String... alsoAllowed) {
        String[] allowed = Stream.of(EVERYWHERE, CORE, room, alsoAllowed)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> inRoom = resideInAnyPackage(room);
        return classes()
                .that(inRoom)
                .should(onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitiveOrArray())))
                .because(because);
    }

    private static DescribedPredicate<JavaClass> primitiveOrArray() {
        return DescribedPredicate.describe(
                "are primitive", type -> type.getBaseComponentType().isPrimitive());
    }

    /** {@code io.tenderhub.postgres.PostgresAdapter} and what is nested in it. */
    private static DescribedPredicate<JavaClass> entryClass() {
        return DescribedPredicate.describe(
                "are the entry class of an adapter",
                type -> ADAPTERS.entrySet().stream()
                        .anyMatch(adapter ->
                                outermost(type).equals("io.tenderhub." + adapter.getKey() + "." + adapter.getValue())));
    }

    private static String outermost(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }

    private static String[] adapters() {
        return packages(ADAPTERS.keySet().toArray(String[]::new));
    }

    static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "io.tenderhub." + name + "..").toArray(String[]::new);
    }
}
