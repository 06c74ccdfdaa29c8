package io.tenderhub.bootstrap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is; {@code docs/configuration.md} shows the same table. */
enum Setting {
    POSTGRES_URL(
            "",
            "JDBC address of PostgreSQL, such as `jdbc:postgresql://db/hub`; without the three addresses the program starts servers of its own"),
    POSTGRES_USER("", "user name, where the address has none"),
    POSTGRES_PASSWORD("", "password, where the address has none"),
    POSTGRES_REPLICA_URL(
            "",
            "JDBC address of a streaming replica, which answers searches and analytics as long as it keeps up; none unless set"),
    POSTGRES_REPLICA_USER("", "user name at the replica, where it is another"),
    POSTGRES_REPLICA_PASSWORD("", "password at the replica, where it is another"),
    MONGO_URL(
            "",
            "address of MongoDB, such as `mongodb://mongo/hub`; the database is `tenderhub` where the address names none"),
    REDIS_URL("", "address of Redis, such as `redis://redis:6379`"),
    REDIS_CLUSTER("false", "whether Redis is a cluster, of which the address names one node"),
    PREFIX("tenderhub", "begins the name of every table, collection and key; 1 to 20 of `a-z 0-9 _`"),
    DATA_FOLDER("~/.tenderhub", "where servers that the program starts itself keep their data"),
    DATA_KEEP("true", "whether these servers keep their data when the program ends"),
    POSTGRES_POOL_IDLE("20", "connections kept open to PostgreSQL"),
    POSTGRES_POOL_MAXIMUM("50", "connections to PostgreSQL at most"),
    POSTGRES_POOL_LIFETIME_SECONDS("3600", "age at which a connection to PostgreSQL is replaced"),
    POSTGRES_CONNECT_SECONDS("5", "how long to wait for a connection to PostgreSQL"),
    MONGO_POOL_MINIMUM("5", "connections kept open to MongoDB"),
    MONGO_POOL_MAXIMUM("50", "connections to MongoDB at most"),
    MONGO_IDLE_SECONDS("30", "idle time after which a connection to MongoDB is closed"),
    MONGO_SELECTION_SECONDS("5", "how long to wait for a MongoDB server that can serve"),
    MONGO_CONNECT_SECONDS("10", "how long to wait for a connection to MongoDB"),
    MONGO_SOCKET_SECONDS("20", "how long to wait for an answer of MongoDB"),
    REDIS_POOL_MAXIMUM("100", "connections to Redis at most"),
    REDIS_TIMEOUT_SECONDS("5", "how long to wait for a connection to Redis or an answer of it"),
    SLOW_MILLIS("1000", "from when on a call to a store, or a wait for a connection, is logged and counted as slow"),
    BREAKER_FAILURES("5", "failures in a row after which MongoDB, Redis or the replica is left alone for a while"),
    BREAKER_PAUSE_SECONDS("60", "how long it is left alone; then one call tries again"),
    HTTP_HOST("127.0.0.1", "address the HTTP service listens at"),
    HTTP_PORT("8080", "port the HTTP service listens at; 0 for any free one"),
    HTTP_REQUESTS_PER_MINUTE("100", "requests that a user or API key may send to one endpoint in a minute"),
    HTTP_CORS_ORIGINS(
            "",
            "web origins whose pages may use the HTTP service, such as `https://app.example.org`, parted by commas; `*` for all"),
    HTTP_BEHIND_PROXY(
            "false",
            "`true` where every request comes through one proxy that adds the client's address to `X-Forwarded-For`; else a client could choose its own"),
    HTTP_ACCOUNTS_PER_HOUR("20", "accounts that may be registered from one client address in an hour"),
    HTTP_OPERATIONS_OPEN(
            "true",
            "whether `/metrics` and `/health/databases` answer everybody; else only who shows the operator's token"),
    OPERATOR_TOKEN(
            "",
            "shown as `Authorization: Bearer` by whoever runs the hub, for what concerns all teams; at least 32 characters; without it nobody can"),
    HTTP_REQUESTS_AT_ONCE("200", "requests that are worked on at the same time"),
    HTTP_REQUESTS_WAITING("200", "requests that wait for their turn besides; what comes beyond is refused with 503"),
    HTTP_WAIT_SECONDS("1", "how long a request waits for its turn before it is refused with 503"),
    HTTP_CONNECTIONS("4000", "connections to the HTTP service at most; further ones wait until others are closed"),
    HTTP_IDLE_SECONDS("30", "idle time after which a connection to the HTTP service is closed"),
    HTTP_HEAD_SECONDS("10", "how long the head of a request may take to arrive"),
    HTTP_BYTES_PER_SECOND(
            "500", "how fast the body of a request must arrive, and its answer be taken, at least; 0 for any pace"),
    HTTP_STOP_PAUSE_SECONDS(
            "0",
            "how long a service that is told to end goes on while `/health/ready` says that it is stopping, for load balancers to notice"),
    HTTP_STOP_SECONDS("20", "how long requests in flight may take to end when the service is told to end"),
    SESSION_SLIDING_SECONDS("1800", "how long a user stays logged in without doing anything"),
    SESSION_ABSOLUTE_SECONDS("86400", "how long a user stays logged in, whatever he does"),
    LIVE_HEARTBEAT_SECONDS(
            "15", "how often who follows news gets a sign of life, and it is looked whether he still may follow"),
    LIVE_CONNECTIONS(
            "1000", "clients that follow news at the same time; those who follow what is for everybody, half as many"),
    LIVE_CONNECTIONS_PER_TEAM("100", "clients that follow the news of one team at the same time"),
    IDEMPOTENCY_KEPT_HOURS("24", "how long the answer to a request with an `Idempotency-Key` can be had again"),
    IDEMPOTENCY_LEASE_SECONDS(
            "120",
            "how long such a request is taken to be under way; longer than any takes, as its repetition is done anew after it"),
    IDEMPOTENCY_WAIT_SECONDS("10", "how long its repetition waits for the first before it is told to come again"),
    QUOTA_WHEN_AWAY(
            "open",
            "what becomes of what is counted in Redis while Redis is away: `open` lets it through uncounted, `closed` refuses it"),
    PLANS_FILE("", "JSON file with the plans that teams can have; without it there are `free`, `basic` and `pro`"),
    SEMANTIC_ENABLED(
            "true",
            "whether tenders are found by what a text means, too; the model and the index are loaded when they are needed first"),
    SEMANTIC_INDEX(
            "lucene",
            "where the index of meanings is: `lucene`, a folder of each node; `pgvector`, the database, which must have the extension `vector`; `auto`, the database if it has it"),
    SEMANTIC_FOLDER(
            "",
            "where this node keeps its index of meanings; `semantic` in the data folder unless set, nowhere where the data is thrown away"),
    SEMANTIC_THREADS(
            "0", "texts that are embedded at the same time; 0 for half as many as there are processors, 4 at most"),
    SEMANTIC_POLL_SECONDS(
            "10",
            "how often a node that serves looks for changed tenders, if nobody tells it of one, to index what they mean"),
    WORKER_LEASE_SECONDS("60", "how long a worker may hold an event before another one takes it up"),
    SUMMARY_LOCK_SECONDS("600", "how long a tender is kept from other workers while it is summarised, at most"),
    WORKER_THREADS("4", "events or batches of events that a worker handles at the same time"),
    WORKER_BATCH("200", "events a worker takes at once"),
    WORKER_POLL_SECONDS("5", "pause of a worker that found nothing to do"),
    JOBS_ZONE("Africa/Johannesburg", "time zone of the times at which jobs are done"),
    ANALYTICS_ZONE("Africa/Johannesburg", "time zone in which analytics begin days, weeks and months"),
    JOBS_ANALYTICS_AT("02:00", "when analytics are computed, daily"),
    JOBS_DIGEST_AT("06:00", "when teams are told together what matched their saved searches, daily"),
    JOBS_CONSISTENCY_AT("03:00", "when what is derived is compared with the truth and repaired, daily"),
    OUTBOX_RETENTION_HOURS("168", "how long events that are done are kept"),
    LOG_FORMAT("text", "how the log is written to standard error: `text`, or `json` for an object a line"),
    LOG_LEVEL("WARN", "what is logged: `ERROR`, `WARN`, `INFO`, `DEBUG` and above"),
    LOG_ACCESS("false", "whether `serve` logs a line for each request");

    private final String defaultValue;
    private final String meaning;

    Setting(String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** In files and flags: {@code postgres.pool.idle}. */
    String property() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** In the environment: {@code TENDERHUB_POSTGRES_POOL_IDLE}. */
    String variable() {
        return "TENDERHUB_" + name();
    }

    String defaultValue() {
        return defaultValue;
    }

    String meaning() {
        return meaning;
    }

    static Optional<Setting> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(setting -> setting.property().equals(property))
                .findFirst();
    }

    static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
