package io.tenderhub.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Sends requests that keep to the description, and such that don't, and looks whether the answers do. */
final class Fuzzer {
    private static final int OF_ONE_KIND = 3;

    /** What would end the rounds: sessions, keys and teams that they are played with. */
    private final List<String> leftOut;

    private final Wire wire;
    private final Description description;
    private final Judge judge;
    private final Attempts attempts;
    private final Learned learned;
    private final Random random;
    private final Map<String, List<String>> faults = new TreeMap<>();
    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final Map<Twist, Integer> twists = new EnumMap<>(Twist.class);
    private int requests;

    Fuzzer(Wire wire, Description description, Tokens tokens, List<String> leftOut, long seed) {
        this.wire = wire;
        this.description = description;
        this.judge = new Judge(description);
        this.random = new Random(seed);
        this.learned = new Learned(description, random);
        this.attempts = new Attempts(description, learned, tokens, random);
        this.leftOut = List.copyOf(leftOut);
    }

    /** A value to begin with, such as the id of a team. */
    Fuzzer knowing(String parameter, String value) {
        learned.parameter(parameter, value);
        return this;
    }

    /** Goes through all operations again and again; each at least once with each thing that can be wrong. */
    void run(int rounds, Duration time) throws InterruptedException {
        List<Operation> operations = description.operations().stream()
                .filter(operation -> !leftOut.contains(operation.id()))
                .toList();
        long end = System.nanoTime() + time.toNanos();
        for (int round = 0; round < rounds; round++) {
            for (Operation operation : operations) {
                if (System.nanoTime() > end) {
                    return;
                }
                Twist twist = round % 3 == 0 ? Twist.NONE : Twist.values()[random.nextInt(Twist.values().length)];
                Optional<Attempt> attempt = attempts.attempt(operation, twist);
                if (attempt.isPresent()) {
                    one(attempt.get());
                }
            }
        }
    }

    private void one(Attempt attempt) throws InterruptedException {
        requests++;
        twists.merge(attempt.twist(), 1, Integer::sum);
        Heard heard;
        try {
            heard = wire.send(attempt.call());
        } catch (IOException | IllegalArgumentException e) {
            note(attempt, "no answer: " + e, "");
            return;
        }
        statuses.computeIfAbsent(attempt.operation().toString(), path -> new TreeMap<>())
                .merge(heard.status(), 1, Integer::sum);
        List<String> found = new ArrayList<>(
                attempt.twist() == Twist.METHOD_OTHER || attempt.twist() == Twist.ADDRESS_ODD
                        ? judge.faultsAnywhere(heard)
                        : judge.faults(attempt.operation(), heard));
        if (heard.status() >= 500 && !heard.mediaType().equals(Operation.JSON)) {
            found.add("a fault of the service: " + heard.status());
        }
        if (attempt.twist().mustBeRefused() && (heard.status() < 400 || heard.status() >= 500)) {
            found.add("what is wrong with the request was let through: " + attempt.twist());
        }
        boolean shown = attempt.twist() == Twist.NOBODY_SHOWN || attempt.twist() == Twist.SOMEBODY_UNKNOWN;
        // An address that can't be read is refused before anybody is looked at.
        if (shown && heard.status() != 401 && heard.status() != 400) {
            found.add("nobody known asked and was answered " + heard.status());
        }
        if (attempt.twist() == Twist.METHOD_OTHER && heard.status() != 405) {
            found.add("a method that is not there was answered " + heard.status());
        }
        learned.from(attempt.operation(), heard);
        found.forEach(fault -> note(attempt, fault, heard.toString()));
    }

    private void note(Attempt attempt, String fault, String heard) {
        String kind = attempt.operation() + ": " + fault.replaceAll("\\d+", "#");
        List<String> examples = faults.computeIfAbsent(kind, key -> new ArrayList<>());
        if (examples.size() < OF_ONE_KIND) {
            examples.add(fault + "\n  asked: " + attempt.twist() + " " + attempt.call() + "\n  heard: " + heard);
        }
    }

    int requests() {
        return requests;
    }

    /** Each kind of fault with a few examples. */
    Map<String, List<String>> faults() {
        return faults;
    }

    /** How often each operation was answered with each status. */
    Map<String, Map<Integer, Integer>> statuses() {
        return statuses;
    }

    /** The operations that were never answered with a success, which so were hardly tried. */
    List<String> neverSucceeded() {
        Map<String, Boolean> succeeded = new HashMap<>();
        statuses.forEach((operation, counts) ->
                succeeded.put(operation, counts.keySet().stream().anyMatch(status -> status < 400)));
        return succeeded.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        statuses.forEach((operation, counts) -> text.append(String.format("%-70s %s%n", operation, counts)));
        text.append(String.format("%d requests, of these %s%n", requests, twists));
        neverSucceeded()
                .forEach(operation ->
                        text.append("never a success: ").append(operation).append('\n'));
        faults.forEach((kind, examples) -> {
            text.append("\nFAULT ").append(kind).append('\n');
            examples.forEach(example -> text.append("  ").append(example).append('\n'));
        });
        return text.append(String.format("%d kinds of faults%n", faults.size())).toString();
    }
}
