package io.tenderhub.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the service does what it says, and says what it does, wherever that can be seen without knowing what an operation means. */
class DescriptionTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static ServedHub served;
    private static Wire wire;
    private static Description description;
    private static Judge judge;

    @BeforeAll
    static void serves() throws Exception {
        served = ServedHub.start("described");
        wire = served.wire();
        description = Description.read(wire);
        judge = new Judge(description);
    }

    @AfterAll
    static void stops() {
        served.close();
    }

    @Test
    void describesEveryRouteThatTheServerHasAndNoOther() {
        Set<String> registered = served.routes().stream()
                .map(route -> route.replace('<', '{').replace('>', '}'))
                .filter(route -> !route.startsWith("HEAD "))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = description.operations().stream()
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(registered);
    }

    @Test
    void isDescribedByAValidDocument() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(description.text(), List.of(), options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void callsEachOperationByANameOfItsOwn() {
        assertThat(description.operations().stream().map(Operation::id))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(description.operations()).allSatisfy(operation -> {
            assertThat(operation.described().path("summary").asText())
                    .as(operation.toString())
                    .isNotBlank();
            assertThat(operation.described().path("tags"))
                    .as(operation.toString())
                    .hasSize(1);
        });
    }

    /** From several maps of codes in one object, the generator of Java clients makes several classes of one name. */
    @Test
    void hasNoMapsOfCodes() {
        assertThat(description.document().findValues("additionalProperties")).noneMatch(values -> values.has("enum"));
    }

    @Test
    void namesEachThingThatCanBeWrongWherePeopleMustShowThemselves() {
        assertThat(description.operations())
                .filteredOn(operation -> !operation.schemes().isEmpty())
                .allSatisfy(operation -> assertThat(operation.response(401))
                        .as(operation.toString())
                        .isPresent());
    }

    @Test
    void turnsAwayWhoeverDoesNotShowHimself() throws Exception {
        for (Operation operation : description.operations()) {
            if (operation.schemes().isEmpty()) {
                continue;
            }
            Call call = Call.of(operation.method(), anywhere(operation));
            Heard heard = wire.send(
                    operation.takesBody()
                            ? call.sending("application/json", "{}".getBytes(StandardCharsets.UTF_8))
                            : call);

            assertThat(heard.status()).as(operation.toString()).isEqualTo(401);
            assertThat(judge.faults(operation, heard)).as(operation.toString()).isEmpty();
        }
    }

    @Test
    void tellsWhichMethodsThereAreForOthers() throws Exception {
        Map<String, Set<String>> described = new HashMap<>();
        description
                .operations()
                .forEach(operation -> described
                        .computeIfAbsent(operation.path(), path -> new HashSet<>())
                        .add(operation.method()));
        for (Map.Entry<String, Set<String>> path : described.entrySet()) {
            String target = path.getKey().replaceAll("\\{[^}]*}", "0-any-0");
            for (String method : METHODS) {
                if (description.answers(method, target)) {
                    continue;
                }
                Heard heard = wire.send(Call.of(method, target));
                assertThat(heard.status()).as(method + " " + target).isEqualTo(405);
                assertThat(judge.faultsAnywhere(heard))
                        .as(method + " " + target)
                        .isEmpty();
                Set<String> allowed = Set.of(heard.header("Allow").orElseThrow().split(", *"));
                assertThat(allowed).as(method + " " + target).containsAll(path.getValue());
                assertThat(allowed).as(method + " " + target).doesNotContain(method);
            }
        }
    }

    @Test
    void tellsProblemsWhereNothingIs() throws Exception {
        for (String target :
                List.of("/", "/nowhere", "/api", "/api/v1", "/api/v1/nothing/here", "/health", "/api/v2/tenders")) {
            Heard heard = wire.send(Call.of("GET", target));

            assertThat(heard.status()).as(target).isEqualTo(404);
            assertThat(judge.faultsAnywhere(heard)).as(target).isEmpty();
        }
    }

    @Test
    void tellsProblemsToEveryMethodWhereTheAddressCantBeRead() throws Exception {
        for (String method : METHODS) {
            Heard heard = wire.send(Call.of(method, "/api/v1/plans/%2e%2e/%2e%2e"));

            assertThat(heard.status()).as(method).isEqualTo(400);
            assertThat(judge.faultsAnywhere(heard)).as(method).isEmpty();
        }
    }

    @Test
    void answersHeadAsGetWithoutTheBody() throws Exception {
        for (Operation operation : readableByAll()) {
            Heard get = wire.send(Call.of("GET", anywhere(operation)));
            Heard head = wire.send(Call.of("HEAD", anywhere(operation)));

            assertThat(head.status()).as(operation.toString()).isEqualTo(get.status());
            assertThat(head.body()).as(operation.toString()).isEmpty();
            assertThat(head.header("Content-Type")).as(operation.toString()).isEqualTo(get.header("Content-Type"));
        }
    }

    @Test
    void sendsNothingAgainThatTheClientHas() throws Exception {
        List<String> without = new ArrayList<>();
        for (Operation operation : readableByAll()) {
            Heard first = wire.send(Call.of("GET", anywhere(operation)));
            if (first.mediaType().equals("text/event-stream")
                    || first.status() != 200
                    || operation.path().startsWith("/health")
                    || operation.path().equals("/metrics")) {
                continue;
            }
            String tag = first.header("ETag").orElseThrow(() -> new AssertionError(operation + " has no ETag"));
            Heard again = wire.send(Call.of("GET", anywhere(operation)).with("If-None-Match", tag));
            if (again.status() != 304 || again.body().length > 0) {
                without.add(operation + ": " + again);
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void letsPagesOfTheOriginsThatAreAllowedAskForEverything() throws Exception {
        for (Operation operation : description.operations()) {
            Heard preflight = wire.send(Call.of("OPTIONS", anywhere(operation))
                    .with("Origin", "https://app.example.org")
                    .with("Access-Control-Request-Method", operation.method())
                    .with("Access-Control-Request-Headers", "authorization,content-type,idempotency-key,if-match"));

            assertThat(preflight.status()).as(operation.toString()).isBetween(200, 204);
            assertThat(preflight.header("Access-Control-Allow-Origin"))
                    .as(operation.toString())
                    .hasValue("https://app.example.org");
            assertThat(preflight.header("Access-Control-Allow-Methods").orElse(""))
                    .as(operation.toString())
                    .contains(operation.method());
            assertThat(preflight
                            .header("Access-Control-Allow-Headers")
                            .orElse("")
                            .toLowerCase(Locale.ROOT))
                    .as(operation.toString())
                    .contains("authorization", "idempotency-key");
        }
        Heard other = wire.send(Call.of("GET", "/health/live").with("Origin", "https://elsewhere.example.org"));
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void noticesWhatIsNotDescribed() {
        Operation tender = description.operation("getTender");

        assertThat(judge.faults(tender, heard(200, "application/json", "{\"secret\":1}")))
                .anyMatch(fault -> fault.contains("secret"));
        assertThat(judge.faults(tender, heard(418, "application/json", "{}"))).anyMatch(fault -> fault.contains("418"));
        assertThat(judge.faults(tender, heard(200, "text/csv", "a,b"))).anyMatch(fault -> fault.contains("text/csv"));
        assertThat(
                        judge.faults(
                                tender,
                                heard(
                                        404,
                                        "application/problem+json",
                                        "{\"type\":\"t\",\"title\":\"t\",\"status\":404,\"detail\":\"d\",\"instance\":\"/\",\"host\":\"db\"}")))
                .anyMatch(fault -> fault.contains("host"));
    }

    private static Heard heard(int status, String type, String body) {
        return new Heard(
                status,
                HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Operation> readableByAll() {
        return description.operations().stream()
                .filter(operation ->
                        operation.method().equals("GET") && operation.schemes().isEmpty())
                .toList();
    }

    /** Where an operation is, with what is there and otherwise anything for parameters in the path. */
    private static String anywhere(Operation operation) {
        return operation.path().replace("{ocid}", "ocds-9t57fa-136656").replaceAll("\\{[^}]*}", "0-any-0");
    }
}
