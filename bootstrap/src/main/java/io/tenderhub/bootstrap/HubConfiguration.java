package io.tenderhub.bootstrap;

import io.tenderhub.account.Secret;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.idempotency.IdempotencyRules;
import io.tenderhub.json.PlansJson;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.team.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be set, checked. Flags go before environment variables, these before a properties file, this before the
 * defaults.
 */
public final class HubConfiguration {
    private static final String SUBJECT = "configuration";

    private final Map<Setting, String> values;
    private final boolean closedByCaller;

    private HubConfiguration(Map<Setting, String> values, boolean closedByCaller) {
        this.values = values;
        this.closedByCaller = closedByCaller;
    }

    /**
     * @param flags by property name, such as {@code postgres.url}
     * @param environment of which the variables {@code TENDERHUB_…} count
     * @param file a properties file
     * @throws InvalidInputException with every setting that is unknown or has a value it can't have
     */
    public static HubConfiguration of(Map<String, String> flags, Map<String, String> environment, Optional<Path> file) {
        List<FieldProblem> problems = new ArrayList<>();
        SettingSources sources = new SettingSources(problems);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.defaultValue());
        }
        file.ifPresent(path -> values.putAll(sources.file(path)));
        values.putAll(sources.environment(environment));
        values.putAll(sources.flags(flags));
        HubConfiguration configuration = new HubConfiguration(values, false);
        configuration.check(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(SUBJECT, problems);
        }
        return configuration;
    }

    /** Servers of its own whose data is thrown away; everything else by default. */
    public static HubConfiguration thrownAway() {
        return of(Map.of(Setting.DATA_KEEP.property(), "false"), Map.of(), Optional.empty())
                .forOneCommand();
    }

    /** The same with small pools, for a program that does one thing and ends. */
    public HubConfiguration forOneCommand() {
        Map<Setting, String> smaller = new EnumMap<>(values);
        smaller.put(Setting.POSTGRES_POOL_IDLE, "1");
        smaller.put(Setting.MONGO_POOL_MINIMUM, "0");
        return new HubConfiguration(smaller, closedByCaller);
    }

    /**
     * The same for who closes the hub also when the program is told to end: servers that the hub starts then wait for it, so
     * that what was begun is finished on them. Otherwise they end at once.
     */
    public HubConfiguration closedByCaller() {
        return new HubConfiguration(values, true);
    }

    public HttpSettings http() {
        String origins = text(Setting.HTTP_CORS_ORIGINS);
        return new HttpSettings(
                text(Setting.HTTP_HOST),
                number(Setting.HTTP_PORT),
                new RateLimit(number(Setting.HTTP_REQUESTS_PER_MINUTE), Duration.ofMinutes(1)),
                origins.isEmpty() ? List.of() : List.of(origins.split(",\\s*")),
                text(Setting.HTTP_BEHIND_PROXY).equals("true"),
                new RateLimit(number(Setting.HTTP_ACCOUNTS_PER_HOUR), Duration.ofHours(1)),
                flag(Setting.HTTP_OPERATIONS_OPEN),
                Optional.of(text(Setting.OPERATOR_TOKEN))
                        .filter(token -> !token.isEmpty())
                        .map(Secret::new));
    }

    /** How the program logs. */
    public LogSettings logging() {
        return new LogSettings(
                text(Setting.LOG_FORMAT).equals("json"), text(Setting.LOG_LEVEL), flag(Setting.LOG_ACCESS));
    }

    /** What the HTTP server takes on and when it gives up. */
    public ServerSettings server() {
        return new ServerSettings(
                number(Setting.HTTP_REQUESTS_AT_ONCE),
                number(Setting.HTTP_REQUESTS_WAITING),
                seconds(Setting.HTTP_WAIT_SECONDS),
                number(Setting.HTTP_CONNECTIONS),
                seconds(Setting.HTTP_IDLE_SECONDS),
                seconds(Setting.HTTP_HEAD_SECONDS),
                number(Setting.HTTP_BYTES_PER_SECOND),
                seconds(Setting.HTTP_STOP_PAUSE_SECONDS),
                seconds(Setting.HTTP_STOP_SECONDS));
    }

    /** Who may follow news as they come. */
    public LiveSettings live() {
        return new LiveSettings(
                seconds(Setting.LIVE_HEARTBEAT_SECONDS),
                number(Setting.LIVE_CONNECTIONS),
                number(Setting.LIVE_CONNECTIONS_PER_TEAM));
    }

    /** Whether the program starts servers of its own. */
    boolean isEmbedded() {
        return text(Setting.POSTGRES_URL).isEmpty();
    }

    boolean isClosedByCaller() {
        return closedByCaller;
    }

    boolean keepsData() {
        return flag(Setting.DATA_KEEP);
    }

    Path dataFolder() {
        String folder = text(Setting.DATA_FOLDER);
        return folder.startsWith("~")
                ? Path.of(System.getProperty("user.home") + folder.substring(1))
                : Path.of(folder).toAbsolutePath();
    }

    NamePrefix prefix() {
        return new NamePrefix(text(Setting.PREFIX));
    }

    /** @throws InvalidInputException if the file that was set holds no valid plans */
    Plans plans() {
        String file = text(Setting.PLANS_FILE);
        if (file.isEmpty()) {
            return Plans.standard();
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return PlansJson.read("plans " + file, in);
        } catch (IOException e) {
            throw new InvalidInputException(SUBJECT, Setting.PLANS_FILE.property(), "can't be read: " + e.getMessage());
        }
    }

    IdempotencyRules idempotency() {
        return new IdempotencyRules(
                Duration.ofHours(number(Setting.IDEMPOTENCY_KEPT_HOURS)),
                seconds(Setting.IDEMPOTENCY_LEASE_SECONDS),
                seconds(Setting.IDEMPOTENCY_WAIT_SECONDS));
    }

    String text(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue());
    }

    int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting));
    }

    /** The same with the addresses of servers that were started. */
    HubConfiguration withStores(String postgresUrl, String mongoUrl, String redisUrl) {
        Map<Setting, String> started = new EnumMap<>(values);
        started.put(Setting.POSTGRES_URL, postgresUrl);
        started.put(Setting.MONGO_URL, mongoUrl);
        started.put(Setting.REDIS_URL, redisUrl);
        return new HubConfiguration(started, closedByCaller);
    }

    private void check(List<FieldProblem> problems) {
        for (Setting setting : Setting.values()) {
            SettingRules.problem(setting, text(setting))
                    .ifPresent(problem -> problems.add(new FieldProblem(setting.property(), problem)));
        }
        if (problems.isEmpty() && number(Setting.SESSION_SLIDING_SECONDS) > number(Setting.SESSION_ABSOLUTE_SECONDS)) {
            problems.add(new FieldProblem(
                    Setting.SESSION_ABSOLUTE_SECONDS.property(),
                    "must not be shorter than " + Setting.SESSION_SLIDING_SECONDS.property()));
        }
        List<Setting> missing = Stream.of(Setting.POSTGRES_URL, Setting.MONGO_URL, Setting.REDIS_URL)
                .filter(setting -> text(setting).isEmpty())
                .toList();
        if (!missing.isEmpty() && missing.size() < 3) {
            missing.forEach(setting -> problems.add(new FieldProblem(
                    setting.property(),
                    "is missing: give the addresses of all three stores (" + setting.variable()
                            + "), or none to start servers of the program's own")));
        }
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return "HubConfiguration" + values.keySet();
    }
}
