package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.team.Plan;
import io.tenderhub.team.Plans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void startsServersOfItsOwnWhenNothingIsSet() {
        HubConfiguration configuration = HubConfiguration.of(Map.of(), Map.of(), Optional.empty());

        assertThat(configuration.isEmbedded()).isTrue();
        assertThat(configuration.keepsData()).isTrue();
        assertThat(configuration.dataFolder()).isEqualTo(Path.of(System.getProperty("user.home"), ".tenderhub"));
        assertThat(configuration.http().port()).isEqualTo(8080);
    }

    @Test
    void takesFlagsBeforeTheEnvironmentBeforeTheFileBeforeTheDefault() throws Exception {
        Path file = Files.writeString(
                folder.resolve("hub.properties"), "http.port=1\nhttp.host=0.0.0.0\nprefix=fromfile\n");

        HubConfiguration configuration = HubConfiguration.of(
                Map.of("http.port", "3"),
                Map.of("TENDERHUB_HTTP_PORT", "2", "TENDERHUB_PREFIX", "fromenv", "HOME", "/root"),
                Optional.of(file));

        assertThat(configuration.http().port()).isEqualTo(3);
        assertThat(configuration.prefix().value()).isEqualTo("fromenv");
        assertThat(configuration.http().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void namesEverySettingThatIsWrong() {
        InvalidInputException failure = catchThrowableOfType(
                InvalidInputException.class,
                () -> HubConfiguration.of(
                        Map.of(
                                "http.port",
                                "99999",
                                "colour",
                                "red",
                                "jobs.zone",
                                "Nowhere",
                                "jobs.analytics.at",
                                "25:00"),
                        Map.of("TENDERHUB_POSTGRE_URL", "x", "TENDERHUB_PREFIX", "1A"),
                        Optional.of(folder.resolve("missing.properties"))));

        assertThat(failure.problems())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "http.port",
                        "colour",
                        "TENDERHUB_POSTGRE_URL",
                        "prefix",
                        "jobs.zone",
                        "jobs.analytics.at",
                        folder.resolve("missing.properties").toString());
    }

    @Test
    void refusesAHubThatIsHalfOnServersOfItsOwn() {
        assertThatThrownBy(() -> HubConfiguration.of(
                        Map.of("postgres.url", "jdbc:postgresql://db/hub"), Map.of(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mongo.url")
                .hasMessageContaining("redis.url");
    }

    @Test
    void neverShowsWhatMayBeSecret() {
        Map<String, String> flags = Map.of(
                "postgres.url", "jdbc:postgresql://db/hub?user=u&password=hush",
                "mongo.url", "mongodb://u:hush@mongo/hub",
                "redis.url", "redis://u:hush@redis:6379");

        assertThat(HubConfiguration.of(flags, Map.of(), Optional.empty()).toString())
                .doesNotContain("hush");
        assertThatThrownBy(() -> HubConfiguration.of(
                        Map.of("postgres.url", "hush", "mongo.url", "hush", "redis.url", "hush"),
                        Map.of(),
                        Optional.empty()))
                .hasMessageNotContaining("hush");
        assertThat(Addresses.withoutSecrets("at jdbc:postgresql://u:hush@db/hub?password=hush&x=1"))
                .isEqualTo("at jdbc:postgresql://db/hub?password=…&x=1");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres.url, jdbc:postgresql://jo:hush@db/hub",
        "postgres.url, jdbc:postgresql://jo:hush@db:5432/hub?ssl=true",
        "mongo.url, mongodb://jo:hu/sh@mongo/hub",
        "mongo.url, mongodb://jo:hu@sh@mongo/hub",
        "mongo.url, mongodb://jo:hu?sh@mongo/hub",
        "redis.url, redis://:hu@sh@redis:6379",
        "redis.url, redis://:hu/sh@redis:6379",
        "redis.url, redis://:hu#sh@redis:6379"
    })
    void refusesAnAddressWhosePasswordWouldPassForAPartOfTheHost(String setting, String address) {
        Map<String, String> flags = new HashMap<>(Map.of(
                "postgres.url", "jdbc:postgresql://db/hub?user=u&password=h@sh",
                "mongo.url", "mongodb://u:h%40sh@mongo/hub",
                "redis.url", "redis://u:h%2Fsh@redis:6379"));
        HubConfiguration.of(flags, Map.of(), Optional.empty());
        flags.put(setting, address);

        assertThatThrownBy(() -> HubConfiguration.of(flags, Map.of(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("hu");
    }

    @Test
    void isDocumentedSettingBySetting() throws Exception {
        String page = Files.readString(Path.of("../docs/configuration.md"));

        for (Setting setting : Setting.values()) {
            String shown = setting.defaultValue().isEmpty() ? "–" : "`" + setting.defaultValue() + "`";
            assertThat(page)
                    .contains("| `" + setting.property() + "` | `" + setting.variable() + "` | " + shown + " | "
                            + setting.meaning() + " |");
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `"))).hasSize(Setting.values().length);
    }

    @Test
    void takesThePlansFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("plans.json"), "{\"plans\":[{\"name\":\"gold\"}]}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"plans\":[{\"name\":\"Gold!\"}]}");

        assertThat(configuration("").plans().all()).isEqualTo(Plans.standard().all());
        assertThat(configuration(file.toString()).plans().all())
                .extracting(Plan::name)
                .containsExactly("gold");
        assertThatThrownBy(() -> configuration(broken.toString()).plans())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plans[0].name");
        assertThatThrownBy(() -> configuration(folder.resolve("none.json").toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plans.file");
    }

    private static HubConfiguration configuration(String plans) {
        return HubConfiguration.of(Map.of("plans.file", plans), Map.of(), Optional.empty());
    }
}
