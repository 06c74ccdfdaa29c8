package io.tenderhub.trials;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What the people on the connections of a load do, and how many of a hundred do it. */
enum Part {
    PUBLIC_READS(38),
    TEAM_READS(26),
    WRITES(15),
    LIVE(15),
    UPLOADS(4),
    LOGINS(2);

    private static final String DOCUMENT =
            "The school is built by the department. The roof is made of steel. The works end on 1 December 2026. ";

    private final int ofHundred;

    Part(int ofHundred) {
        this.ofHundred = ofHundred;
    }

    static Part of(int connection) {
        int place = connection * 37 % 100;
        for (Part part : values()) {
            place -= part.ofHundred;
            if (place < 0) {
                return part;
            }
        }
        return PUBLIC_READS;
    }

    /** The next request, with the operation it is for. */
    Attempt next(Description description, Seeding seeding, Random random) {
        String ocid = encoded(seeding.ocids().get(random.nextInt(seeding.ocids().size())));
        String team = "/api/v1/teams/" + seeding.team();
        return switch (this) {
            case PUBLIC_READS ->
                switch (random.nextInt(4)) {
                    case 0 -> read(description, "searchTenders", "/api/v1/tenders?limit=5");
                    case 1 -> read(description, "isReady", "/health/ready");
                    default -> read(description, "getTender", "/api/v1/tenders/" + ocid);
                };
            case TEAM_READS ->
                shown(
                        seeding,
                        switch (random.nextInt(4)) {
                            case 0 -> read(description, "getDashboard", team + "/dashboard");
                            case 1 -> read(description, "getTenderOfTeam", team + "/tenders/" + ocid);
                            case 2 -> read(description, "getWorkspaceEntry", team + "/workspace/" + ocid);
                            default -> read(description, "listWorkspace", team + "/workspace?limit=5");
                        });
            case WRITES ->
                shown(
                        seeding,
                        sent(
                                        description,
                                        "saveTender",
                                        "POST",
                                        team + "/workspace",
                                        "{\"ocid\":\"" + plain(ocid) + "\"}")
                                .with("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString()));
            case LIVE -> live(description, seeding);
            case UPLOADS -> {
                Attempt upload = sent(description, "summarise", "POST", "/api/v1/summaries", "");
                yield new Attempt(
                        upload.operation(),
                        Twist.NONE,
                        upload.call().sending("text/plain", DOCUMENT.repeat(200).getBytes(StandardCharsets.UTF_8)));
            }
            case LOGINS ->
                sent(
                        description,
                        "logIn",
                        "POST",
                        "/api/v1/sessions",
                        "{\"email\":\"" + seeding.email() + "\",\"password\":\"" + Seeding.PASSWORD + "\"}");
        };
    }

    private static Attempt live(Description description, Seeding seeding) {
        Optional<Operation> stream = description.operations().stream()
                .filter(operation -> operation.path().contains("{team}")
                        && operation
                                .response(200)
                                .map(response -> response.path("content"))
                                .map(content ->
                                        !content.path("text/event-stream").isMissingNode())
                                .orElse(false))
                .findFirst();
        return shown(
                seeding,
                stream.map(operation -> new Attempt(
                                operation,
                                Twist.NONE,
                                Call.of("GET", operation.path().replace("{team}", seeding.team()))))
                        .orElseGet(() ->
                                read(description, "getDashboard", "/api/v1/teams/" + seeding.team() + "/dashboard")));
    }

    private static Attempt read(Description description, String operation, String target) {
        return new Attempt(description.operation(operation), Twist.NONE, Call.of("GET", target));
    }

    private static Attempt sent(Description description, String operation, String method, String target, String json) {
        return new Attempt(
                description.operation(operation),
                Twist.NONE,
                Call.of(method, target).sending(Operation.JSON, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Attempt shown(Seeding seeding, Attempt attempt) {
        return attempt.with("Authorization", "Bearer " + seeding.key());
    }

    private static String encoded(String ocid) {
        return ocid.replace("/", "%2F");
    }

    private static String plain(String ocid) {
        return ocid.replace("%2F", "/");
    }
}
