package io.tenderhub.http.endpoint;

import io.tenderhub.json.ObjectShape;
import io.tenderhub.json.Shape;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.team.Permission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what an {@link Endpoint} is; used once. What goes without saying, such as 401 where somebody must show himself, is added. */
public final class EndpointBuilder {
    private static final Pattern IN_PATH = Pattern.compile("[{<]([A-Za-z]+)[}>]");

    private final Method method;
    private final String path;
    private String id = "";
    private String tag = "";
    private String summary = "";
    private String description = "";
    private Admission admission = Admission.EVERYBODY;
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private Body body = Body.NONE;
    private final List<Answer> answers = new ArrayList<>();
    private final Set<ProblemKind> failures = EnumSet.of(
            ProblemKind.INVALID_INPUT,
            ProblemKind.ADDRESS_TOO_LONG,
            ProblemKind.HEADERS_TOO_LARGE,
            ProblemKind.UNAVAILABLE);
    private boolean creates;
    private Optional<RateLimit> perClient = Optional.empty();

    EndpointBuilder(Method method, String path) {
        this.method = method;
        this.path = path;
    }

    /** As generated clients call it: a verb and a noun, such as {@code listMembers}. */
    public EndpointBuilder id(String name) {
        this.id = name;
        return this;
    }

    /** The group it is shown in. */
    public EndpointBuilder tag(String group) {
        this.tag = group;
        return this;
    }

    /** In a few words. */
    public EndpointBuilder summary(String text) {
        this.summary = text;
        return this;
    }

    /** What else one must know to use it. */
    public EndpointBuilder description(String text) {
        this.description = text;
        return this;
    }

    /** For users with a session. */
    public EndpointBuilder forUsers() {
        this.admission = Admission.LOGGED_IN;
        return this;
    }

    /** For those who have this permission in the team that the path names as {@code {team}}. */
    public EndpointBuilder forTeam(Permission permission) {
        this.admission = Admission.team(permission);
        parameters.add(Parameters.TEAM);
        return this;
    }

    /** For whoever runs the hub. */
    public EndpointBuilder forOperator() {
        this.admission = Admission.OPERATOR;
        return this;
    }

    public EndpointBuilder takes(Parameter<?>... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    public EndpointBuilder body(ObjectShape shape) {
        this.body = new Body(Optional.of(shape), body.otherTypes());
        return this;
    }

    /** Bodies of these media types are taken as they are. */
    public EndpointBuilder bodyOfType(String... mediaTypes) {
        this.body = new Body(body.json(), List.of(mediaTypes));
        return this;
    }

    public EndpointBuilder answers(int status, String what, Shape shape) {
        answers.add(new Answer(status, what, Optional.of(Body.JSON), Optional.of(shape)));
        return this;
    }

    public EndpointBuilder answersText(int status, String what, String mediaType) {
        answers.add(new Answer(status, what, Optional.of(mediaType), Optional.empty()));
        return this;
    }

    public EndpointBuilder answersNothing(int status, String what) {
        answers.add(new Answer(status, what, Optional.empty(), Optional.empty()));
        return this;
    }

    public EndpointBuilder fails(ProblemKind... kinds) {
        failures.addAll(List.of(kinds));
        return this;
    }

    /** Something comes into being: sent again with the same {@code Idempotency-Key}, it is answered as at first and done once. */
    public EndpointBuilder creates() {
        this.creates = true;
        return this;
    }

    /** At most so often from one address of a client, whoever asks: for what costs much before anybody has shown himself. */
    public EndpointBuilder perClient(RateLimit limit) {
        this.perClient = Optional.of(limit);
        return fails(ProblemKind.RATE_EXCEEDED);
    }

    public Endpoint handledBy(RequestHandler handler) {
        checkPath();
        if (!(admission instanceof Admission.Everybody)) {
            fails(ProblemKind.NOT_AUTHENTICATED, ProblemKind.RATE_EXCEEDED);
        }
        if (admission instanceof Admission.LoggedIn) {
            fails(ProblemKind.NOT_ALLOWED);
        }
        if (admission instanceof Admission.InTeam) {
            fails(ProblemKind.NOT_ALLOWED, ProblemKind.NOT_FOUND);
        }
        if (body.isTaken()) {
            fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_TYPE, ProblemKind.SENT_TOO_SLOWLY);
        }
        if (creates) {
            parameters.add(Parameters.IDEMPOTENCY_KEY);
            fails(ProblemKind.CONFLICT, ProblemKind.KEY_USED_OTHERWISE);
        }
        return new Endpoint(
                method,
                path,
                id,
                tag,
                summary,
                description,
                admission,
                parameters,
                body,
                answers,
                failures,
                creates,
                perClient,
                handler);
    }

    /** A mistake in a declaration ends the service at its start rather than at the first request. */
    private void checkPath() {
        Set<String> declared = new HashSet<>();
        parameters.stream()
                .filter(parameter -> parameter.place() == Parameter.Place.PATH)
                .forEach(parameter -> declared.add(parameter.name()));
        Set<String> inPath = new HashSet<>();
        Matcher name = IN_PATH.matcher(path);
        while (name.find()) {
            inPath.add(name.group(1));
        }
        if (!inPath.equals(declared) || id.isEmpty() || tag.isEmpty() || summary.isEmpty() || answers.isEmpty()) {
            throw new IllegalStateException(method + " " + path + " is not declared in full");
        }
    }
}
