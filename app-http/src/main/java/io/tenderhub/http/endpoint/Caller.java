package io.tenderhub.http.endpoint;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.team.Actor;

/** Who sends a request, as far as what he shows has been looked at. */
sealed interface Caller {
    Caller NOBODY = new Nobody();

    /** Whose requests are counted together, as the rate limiter names him. */
    String subject();

    record Nobody() implements Caller {
        @Override
        public String subject() {
            return "nobody";
        }
    }

    /** @param token of the session */
    record OfSession(User user, Secret token) implements Caller {
        @Override
        public String subject() {
            return "user:" + user.id();
        }
    }

    /** A program with an API key, whose scopes and team are known by it. */
    record OfApiKey(Actor actor, Secret key) implements Caller {
        @Override
        public String subject() {
            return actor.name() + "@" + actor.team();
        }
    }

    record Operator() implements Caller {
        @Override
        public String subject() {
            return "operator";
        }
    }
}
