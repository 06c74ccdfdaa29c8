package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenderhub.teststores.TestStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users and teams as whoever runs the hub administers them. */
class TeamCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "correct horse battery";

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void takesFreshStores() {
        TestStores stores = TestStores.shared();
        environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "t" + Long.toString(System.nanoTime(), 36));
        assertThat(run("migrate").code()).isZero();
    }

    private Ran run(String... arguments) {
        return Ran.tenderhub(environment, new byte[0], arguments);
    }

    private Ran withInput(String line, String... arguments) {
        return Ran.tenderhub(environment, line.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private String addUser(String name) {
        Ran ran = withInput(
                PASSWORD + "\n", "user", "add", "--email", name + "@example.org", "--name", name, "--password-stdin");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.outLines()).hasSize(1);
        return ran.outLines().get(0);
    }

    private void createAcme(String plan) {
        Ran ran = run("team", "create", "--name", "Acme Builders", "--plan", plan, "--owner", "jo@example.org");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.outLines()).containsExactly("acme-builders");
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    @Test
    void administersUsers() throws Exception {
        String jo = addUser("jo");

        assertThat(json(run("user", "list", "--format", "jsonl").out())
                        .get("email")
                        .asText())
                .isEqualTo("jo@example.org");
        assertThat(run("user", "disable", "jo@example.org").err()).contains("can't log in any more");
        assertThat(run("user", "list").outLines()).hasSize(2).last().asString().contains(jo, "disabled");
        assertThat(run("user", "enable", jo).code()).isZero();
        assertThat(run("user", "list").out()).contains("active");
        assertThat(withInput("another good password", "user", "password", jo, "--password-stdin")
                        .code())
                .isZero();
        assertThat(run("user", "logout", jo).out()).isEqualTo("0 sessions ended\n");
    }

    @Test
    void keepsTheSearchesOfATeam() throws Exception {
        addUser("jo");
        createAcme("pro");

        Ran added = run(
                "saved-search",
                "add",
                "acme-builders",
                "School",
                "'clinic'",
                "--name",
                "Schools",
                "--province",
                "Gauteng",
                "--alert",
                "at-once");
        assertThat(added.code()).as(added.err()).isZero();
        String id = added.outLines().get(0);

        assertThat(run("saved-search", "list", "acme-builders").outLines())
                .hasSize(2)
                .last()
                .asString()
                .contains(id, "Schools", "at-once", "school 'clinic'");
        assertThat(run("saved-search", "change", "acme-builders", id, "--alert", "daily-digest")
                        .err())
                .contains("changed");
        JsonNode changed = json(run("saved-search", "show", "acme-builders", id).out());
        assertThat(changed.get("alert").asText()).isEqualTo("daily-digest");
        assertThat(changed.get("filter").get("provinces").get(0).asText()).isEqualTo("gauteng");
        assertThat(run("saved-search", "run", "acme-builders", id).code()).isZero();
        assertThat(run("saved-search", "matches", "acme-builders", "--search", id, "--format", "jsonl")
                        .out())
                .isEmpty();
        assertThat(run("jobs", "run", "digest").out()).contains("0 matches told to 0 teams");
        assertThat(run("saved-search", "remove", "acme-builders", id).code()).isZero();
        assertThat(run("saved-search", "show", "acme-builders", id).code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("saved-search", "add", "acme-builders", "--name", "x", "--alert", "now")
                        .code())
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void saysWhatIsWrongWithAUser() {
        addUser("jo");

        Ran taken =
                withInput(PASSWORD, "user", "add", "--email", "JO@example.org", "--name", "Other", "--password-stdin");
        assertThat(taken.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        Ran invalid = withInput("short", "user", "add", "--email", "nowhere", "--name", " ", "--password-stdin");
        assertThat(invalid.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(invalid.err())
                .contains("email")
                .contains("name")
                .contains("password")
                .doesNotContain("short ");
        Ran empty = withInput("", "user", "add", "--email", "mo@example.org", "--name", "Mo", "--password-stdin");
        assertThat(empty.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        Ran unknown = withInput(PASSWORD, "user", "password", "nobody@example.org", "--password-stdin");
        assertThat(unknown.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("user", "disable", "Not An Id").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("user").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void doesNotAskForAPasswordWhereNobodyCanAnswer() {
        Ran ran = run("user", "add", "--email", "jo@example.org", "--name", "Jo");

        assertThat(ran.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(ran.err()).contains("--password-stdin");
    }

    @Test
    void bringsATeamTogether() throws Exception {
        String jo = addUser("jo");
        addUser("mo");
        createAcme("basic");

        assertThat(json(run("team", "list", "--format", "jsonl").out())
                        .get("state")
                        .asText())
                .isEqualTo("active");
        Ran invited = run("team", "invite", "acme-builders", "--email", "mo@example.org", "--role", "viewer");
        assertThat(invited.outLines()).singleElement().asString().startsWith("acme-builders.");
        assertThat(run("team", "members", "acme-builders").err()).contains("mo@example.org");
        assertThat(withInput(invited.out(), "team", "accept", "mo@example.org").err())
                .contains("viewer of acme-builders");
        assertThat(withInput(invited.out(), "team", "accept", "mo@example.org").code())
                .as("once")
                .isEqualTo(ExitCode.REFUSED.code());
        assertThat(run("team", "role", "acme-builders", "mo@example.org", "admin")
                        .code())
                .isZero();
        assertThat(run("team", "members", "acme-builders").outLines())
                .hasSize(3)
                .anyMatch(line -> line.contains(jo) && line.contains("owner"))
                .anyMatch(line -> line.contains("mo@example.org") && line.contains("admin"));
        assertThat(run("team", "remove-member", "acme-builders", "mo@example.org")
                        .code())
                .isZero();
        assertThat(run("team", "remove-member", "acme-builders", "jo@example.org")
                        .code())
                .as("the last owner")
                .isEqualTo(ExitCode.REFUSED.code());
        assertThat(run("team", "audit", "acme-builders").outLines())
                .hasSize(7)
                .anyMatch(line -> line.contains("operator") && line.contains("member.role-changed"));
        Ran page = run("team", "audit", "acme-builders", "--limit", "1", "--format", "jsonl");
        assertThat(json(page.out()).get("action").asText()).isEqualTo("member.removed");
        assertThat(page.err()).contains("--from");
    }

    @Test
    void printsAKeyAloneAndNeverAgain() throws Exception {
        addUser("jo");
        createAcme("basic");

        Ran made = run("team", "key", "create", "acme-builders", "--name", "nightly", "--scope", "read,read-audit");
        assertThat(made.outLines()).singleElement().asString().startsWith("thk_acme-builders_");
        String key = made.outLines().get(0);
        assertThat(made.err()).doesNotContain(key);

        JsonNode listed = json(
                run("team", "key", "list", "acme-builders", "--format", "jsonl").out());
        assertThat(listed.get("scopes")).hasSize(2);
        assertThat(listed.toString()).doesNotContain(key.substring(key.lastIndexOf('_')));
        String id = listed.get("id").asText();
        assertThat(run("team", "key", "revoke", "acme-builders", id).code()).isZero();
        assertThat(run("team", "key", "list", "acme-builders").outLines().get(1))
                .contains(id)
                .doesNotEndWith("-");
        assertThat(run("team", "key", "revoke", "acme-builders", "nothing").code())
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("team", "key", "create", "acme-builders", "--name", "x", "--scope", "fly")
                        .code())
                .isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(run("team", "audit", "acme-builders").out()).doesNotContain(key);
    }

    @Test
    void keepsToThePlan() throws Exception {
        addUser("jo");
        createAcme("free");

        Ran full = run("team", "invite", "acme-builders", "--email", "mo@example.org");
        assertThat(full.code()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(full.errLines()).singleElement().asString().contains("1 seats");
        assertThat(run("team", "plan", "acme-builders", "basic").code()).isZero();
        assertThat(run("team", "invite", "acme-builders", "--email", "mo@example.org")
                        .code())
                .isZero();
        JsonNode shown =
                json(run("team", "show", "acme-builders", "--format", "json").out());
        assertThat(shown.get("members").asInt()).isEqualTo(1);
        assertThat(shown.get("invited").asInt()).isEqualTo(1);
        assertThat(shown.get("seats").asInt()).isEqualTo(3);
        assertThat(run("team", "plan", "acme-builders", "free").code()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(run("team", "plan", "acme-builders", "platinum").code()).isEqualTo(ExitCode.NOT_FOUND.code());
    }

    @Test
    void renamesAndRemovesATeam() {
        addUser("jo");
        createAcme("basic");

        assertThat(run("team", "rename", "acme-builders", "Acme & Sons").code()).isZero();
        assertThat(run("team", "show", "acme-builders").out()).contains("Acme & Sons");
        assertThat(run("team", "remove", "acme-builders").code()).isEqualTo(ExitCode.USAGE.code());
        Ran removed = run("team", "remove", "acme-builders", "--yes");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(run("team", "show", "acme-builders").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("team", "list").outLines()).hasSize(1);
        assertThat(run("team", "audit", "acme-builders").out()).contains("team.removed");
        assertThat(run("team", "resume", "acme-builders").code()).isZero();
        assertThat(run("team", "create", "--name", "New", "--id", "acme-builders", "--owner", "jo@example.org")
                        .code())
                .isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(run("worker", "--once").out()).contains("0 parked");
    }

    @Test
    void saysWhatIsWrongWithATeam() {
        addUser("jo");

        assertThat(run("team", "create", "--name", "Acme", "--owner", "nobody@example.org")
                        .code())
                .isEqualTo(ExitCode.NOT_FOUND.code());
        Ran wrong = run("team", "create", "--name", " ", "--plan", "gold", "--owner", "jo@example.org");
        assertThat(wrong.code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(wrong.errLines()).singleElement().asString().contains("name").contains("plan");
        assertThat(run("team", "create", "--name", "A", "--zone", "Mars/Base", "--owner", "jo@example.org")
                        .err())
                .contains("--zone");
        assertThat(run("team", "show", "No Team").code()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(run("team", "members", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("team", "key", "list", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("team", "remove", "nobody", "--yes").code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(run("team", "role", "nobody", "jo@example.org", "king").code())
                .isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(run("team").err()).contains("create", "remove-member");
    }

    @Test
    void showsHelpWithExamplesAndCompletion() {
        for (String[] command : new String[][] {
            {"user"},
            {"team"},
            {"team", "list"},
            {"team", "invite"},
            {"team", "accept"},
            {"team", "key"},
            {"team", "audit"},
            {"team", "members"},
            {"team", "show"}
        }) {
            String[] help = java.util.Arrays.copyOf(command, command.length + 1);
            help[command.length] = "--help";
            assertThat(run(help).out()).as(String.join(" ", command)).contains("Examples:");
        }
        assertThat(run("generate-completion").out()).contains("remove-member", "_picocli_tenderhub_team_key_create");
    }
}
