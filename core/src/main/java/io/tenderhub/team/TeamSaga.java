package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the registration or the removal of a team has come through the stores. It outlives the team: an id that has one is taken
 * for ever, so that no team is ever mistaken for one before it.
 *
 * @param next what is to be done next
 * @param attempts how often that failed in a row
 * @param lastError how it failed the last time, in one line without secrets
 * @param startedAt when the registration or removal was asked for
 * @param updatedAt when it last came on or failed
 */
public record TeamSaga(
        TeamId team,
        Kind kind,
        Step next,
        int attempts,
        Optional<String> lastError,
        Instant startedAt,
        Instant updatedAt) {

    /** What is being done. */
    public enum Kind {
        REGISTRATION,
        /** Also of a team whose registration was given up. */
        REMOVAL;

        /** {@code registration} or {@code removal}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is none */
        public static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of saga is called " + code));
        }
    }

    /** A registration goes DERIVED, VOLATILE, ACTIVATION; a removal RECORDS, VOLATILE, DERIVED. Each may be done again. */
    public enum Step {
        /** What is derived for the team is forgotten. */
        DERIVED,
        /** What may vanish is forgotten. */
        VOLATILE,
        /** The team becomes ready for use. */
        ACTIVATION,
        /** The team and what belongs to it is removed from the truth. */
        RECORDS,
        /** Nothing is left to be done. */
        DONE;

        /** {@code derived}, {@code volatile}, … */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is none */
        public static Step ofCode(String code) {
            return Arrays.stream(values())
                    .filter(step -> step.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no step is called " + code));
        }
    }

    public TeamSaga {
        requireNonNull(team);
        requireNonNull(kind);
        requireNonNull(next);
        requireNonNull(lastError);
        requireNonNull(startedAt);
        requireNonNull(updatedAt);
    }

    static TeamSaga registration(TeamId team, Instant now) {
        return new TeamSaga(team, Kind.REGISTRATION, Step.DERIVED, 0, Optional.empty(), now, now);
    }

    static TeamSaga removal(TeamId team, Instant now) {
        return new TeamSaga(team, Kind.REMOVAL, Step.RECORDS, 0, Optional.empty(), now, now);
    }

    public boolean isDone() {
        return next == Step.DONE;
    }

    /** Whether the other stands at the same step of the same work. */
    boolean isAt(TeamSaga other) {
        return kind == other.kind && next == other.next;
    }

    /** With this step done. */
    TeamSaga advanced(Instant now) {
        return new TeamSaga(team, kind, after(), 0, Optional.empty(), startedAt, now);
    }

    TeamSaga failed(String error, Instant now) {
        return new TeamSaga(team, kind, next, attempts + 1, Optional.of(error), startedAt, now);
    }

    private Step after() {
        boolean removal = kind == Kind.REMOVAL;
        return switch (next) {
            case RECORDS -> Step.VOLATILE;
            case VOLATILE -> removal ? Step.DERIVED : Step.ACTIVATION;
            case DERIVED -> removal ? Step.DONE : Step.VOLATILE;
            case ACTIVATION, DONE -> Step.DONE;
        };
    }
}
