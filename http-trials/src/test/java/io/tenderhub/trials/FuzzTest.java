package io.tenderhub.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzTest {
    /** What ends the session, the team or the words that the round is played with, and what takes minutes. */
    private static final List<String> LEFT_OUT = List.of(
            "logOut",
            "logOutEverywhere",
            "changePassword",
            "startRebuild",
            "startConsistencyCheck",
            "runJob",
            "removeTeam",
            "removeTeamAsOperator",
            "leaveTeam",
            "removeMember",
            "changeRole",
            "changePlan",
            "revokeApiKey",
            "disableUser",
            "resetPassword");

    private static final long SEED = 20_261_121;
    private static final int ROUNDS = Integer.getInteger("trials.rounds", 12);

    @Test
    void findsNothingWrongInAShortRound() throws Exception {
        try (ServedHub served = ServedHub.start("fuzzed")) {
            Wire wire = served.wire();
            Fuzzer fuzzer = new Fuzzer(wire, Description.read(wire), served.tokens(), LEFT_OUT, SEED)
                    .knowing("team", served.seeding().team());
            served.seeding().ocids().forEach(ocid -> fuzzer.knowing("ocid", ocid));

            fuzzer.run(ROUNDS, Duration.ofMinutes(5));

            assertThat(fuzzer.requests()).isPositive();
            assertThat(fuzzer.faults()).as(fuzzer.toString()).isEmpty();
        }
    }
}
