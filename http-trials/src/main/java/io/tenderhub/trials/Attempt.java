package io.tenderhub.trials;

/** A request of a trial: what is asked for, and what is wrong with it. */
record Attempt(Operation operation, Twist twist, Call call) {
    Attempt with(String header, String value) {
        return new Attempt(operation, twist, call.with(header, value));
    }
}
