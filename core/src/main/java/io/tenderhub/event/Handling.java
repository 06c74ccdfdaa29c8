package io.tenderhub.event;

import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Hands events to their handlers, one handler after the other. A call that fails for many is tried with each of them alone, so
 * that only the one that is to blame fails.
 */
final class Handling {
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    /** An event that was begun more often is not handled together with others. */
    private static final int BEGUN_SELDOM = 3;

    private static final Outcome DONE = new Outcome.Done();

    private final List<EventHandler> handlers;
    private final RandomGenerator random;

    Handling(List<EventHandler> handlers, RandomGenerator random) {
        this.handlers = handlers;
        this.random = random;
    }

    /**
     * What is handled in one go: first those that were begun seldom, then each of the others by itself and in random order. One
     * of those may have ended its worker each time, and takes ever fewer with it.
     */
    List<List<ClaimedEvent>> portions(List<ClaimedEvent> events) {
        List<List<ClaimedEvent>> portions = new ArrayList<>();
        Map<Boolean, List<ClaimedEvent>> byCare =
                events.stream().collect(Collectors.partitioningBy(event -> event.attempt() > BEGUN_SELDOM));
        Map<ClaimedEvent, Long> order = new HashMap<>();
        byCare.get(true).forEach(event -> order.put(event, random.nextLong()));
        portions.add(byCare.get(false));
        byCare.get(true).stream()
                .sorted(Comparator.comparing(order::get))
                .forEach(event -> portions.add(List.of(event)));
        portions.removeIf(List::isEmpty);
        return portions;
    }

    /** How it ended for each of them. */
    Map<ClaimedEvent, Outcome> handle(List<ClaimedEvent> events) {
        Map<ClaimedEvent, Outcome> outcomes = new HashMap<>();
        events.forEach(event -> outcomes.put(event, DONE));
        for (EventHandler handler : handlers) {
            List<ClaimedEvent> its = events.stream()
                    .filter(claimed ->
                            handler.handles().contains(claimed.event().type()))
                    .toList();
            if (!its.isEmpty()) {
                ended(handler, its).forEach((event, outcome) -> outcomes.merge(event, outcome, Outcome::worse));
            }
        }
        return outcomes;
    }

    /** Of those for which it did not end well. */
    private Map<ClaimedEvent, Outcome> ended(EventHandler handler, List<ClaimedEvent> events) {
        Optional<Throwable> failure = attempt(handler, events);
        if (failure.isEmpty()) {
            return Map.of();
        }
        if (failure.get() instanceof NotYetException notYet) {
            return waiting(handler, notYet, events);
        }
        if (events.size() == 1) {
            return Map.of(events.get(0), alone(handler, failure.get()));
        }
        if (failure.get() instanceof UnavailableException) {
            // Is a store away, or does one of them make it look so? Another try with any one of them tells.
            ClaimedEvent probe = events.get(random.nextInt(events.size()));
            if (attempt(handler, List.of(probe)).orElse(null) instanceof UnavailableException away) {
                Map<ClaimedEvent, Outcome> all = new HashMap<>();
                events.forEach(event -> all.put(event, outage(handler, away)));
                return all;
            }
        }
        return oneByOne(handler, events);
    }

    private Map<ClaimedEvent, Outcome> oneByOne(EventHandler handler, List<ClaimedEvent> events) {
        Map<ClaimedEvent, Outcome> ended = new HashMap<>();
        Map<ClaimedEvent, UnavailableException> suspects = new LinkedHashMap<>();
        Optional<ClaimedEvent> witness = Optional.empty();
        for (ClaimedEvent event : events) {
            Throwable failure = attempt(handler, List.of(event)).orElse(null);
            if (failure == null) {
                witness = Optional.of(event);
            } else if (failure instanceof NotYetException notYet) {
                ended.putAll(waiting(handler, notYet, List.of(event)));
            } else if (failure instanceof UnavailableException away) {
                suspects.put(event, away);
            } else {
                ended.put(event, new Outcome.Failed(line(handler, failure)));
            }
        }
        ended.putAll(judged(handler, suspects, witness));
        return ended;
    }

    /**
     * For whom a store seemed to be away. The store may have gone or come in the meantime, so it is the event's own trouble only
     * if it has it again while one that fared well fares well once more.
     */
    private static Map<ClaimedEvent, Outcome> judged(
            EventHandler handler, Map<ClaimedEvent, UnavailableException> suspects, Optional<ClaimedEvent> witness) {
        Map<ClaimedEvent, Outcome> judged = new HashMap<>();
        boolean answers = witness.isPresent();
        for (Map.Entry<ClaimedEvent, UnavailableException> suspect : suspects.entrySet()) {
            ClaimedEvent event = suspect.getKey();
            Throwable again = answers ? attempt(handler, List.of(event)).orElse(null) : suspect.getValue();
            if (again == null) {
                continue;
            }
            if (again instanceof NotYetException notYet) {
                judged.putAll(waiting(handler, notYet, List.of(event)));
            } else if (again instanceof UnavailableException away) {
                answers = answers
                        && attempt(handler, List.of(witness.orElseThrow())).isEmpty();
                judged.put(event, answers ? new Outcome.Failed(line(handler, away)) : outage(handler, away));
            } else {
                judged.put(event, new Outcome.Failed(line(handler, again)));
            }
        }
        return judged;
    }

    private static Map<ClaimedEvent, Outcome> waiting(
            EventHandler handler, NotYetException notYet, List<ClaimedEvent> events) {
        Map<ClaimedEvent, Outcome> waiting = new HashMap<>();
        Outcome outcome = new Outcome.Postponed(handler.name() + ": " + notYet.getMessage(), notYet.about(), false);
        events.stream().filter(event -> notYet.concerns(event.event())).forEach(event -> waiting.put(event, outcome));
        return waiting;
    }

    private static Outcome alone(EventHandler handler, Throwable failure) {
        return failure instanceof UnavailableException away
                ? outage(handler, away)
                : new Outcome.Failed(line(handler, failure));
    }

    private static Outcome outage(EventHandler handler, UnavailableException away) {
        return new Outcome.Postponed(line(handler, away), OUTAGE, true);
    }

    private static Optional<Throwable> attempt(EventHandler handler, List<ClaimedEvent> events) {
        try {
            handler.handle(events.stream().map(ClaimedEvent::raised).toList());
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError failure) {
            // Whatever a handler throws is that event's failure; text nested too deeply for a rule is one of these.
            return Optional.of(failure);
        }
    }

    private static String line(EventHandler handler, Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return handler.name() + ": "
                + (message == null
                        ? name
                        : name + ": " + message.lines().findFirst().orElse(""));
    }
}
