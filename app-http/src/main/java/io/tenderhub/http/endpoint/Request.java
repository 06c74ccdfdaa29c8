package io.tenderhub.http.endpoint;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.json.SentJson;
import io.tenderhub.team.Actor;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;

/** What was sent, as far as its endpoint declares it; everything here has been checked. */
public final class Request {
    private final ParameterValues values;
    private final SentBody body;
    private final Caller caller;
    private final Optional<Actor> actor;
    private final Runnable access;

    Request(ParameterValues values, SentBody body, Caller caller, Optional<Actor> actor, Runnable access) {
        this.values = values;
        this.body = body;
        this.caller = caller;
        this.actor = actor;
        this.access = access;
    }

    /** The value of a parameter that must be given. */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalStateException(parameter.name() + " is not declared as needed"));
    }

    public <T> Optional<T> find(Parameter<T> parameter) {
        return values.all(parameter).stream().findFirst();
    }

    /** The values of a parameter that may be given several times. */
    public <T> List<T> all(Parameter<T> parameter) {
        return values.all(parameter);
    }

    /** The JSON body; only where one is declared. */
    public SentJson body() {
        return body.json();
    }

    /** The body as it was sent. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** What the body is said to be, in lower case and without parameters, such as {@code application/pdf}. */
    public String mediaType() {
        return body.mediaType();
    }

    /** Who acts for the team; only at endpoints for teams. */
    public Actor actor() {
        return actor.orElseThrow(() -> new IllegalStateException("this endpoint is not for teams"));
    }

    /**
     * Looks again, whenever it is run, whether who acts for the team still may, by what he showed; throws what is thrown where he may
     * not. Only at endpoints for teams.
     */
    public Runnable access() {
        return access;
    }

    public TeamId team() {
        return actor().team();
    }

    /** Who is logged in; only at endpoints for users. */
    public User user() {
        return session().user();
    }

    /** What he showed. */
    public Secret sessionToken() {
        return session().token();
    }

    private Caller.OfSession session() {
        if (caller instanceof Caller.OfSession session) {
            return session;
        }
        throw new IllegalStateException("this endpoint is not for users");
    }
}
