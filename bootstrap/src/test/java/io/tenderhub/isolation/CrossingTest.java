package io.tenderhub.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Alpha tries every method that reaches something of a team on what is beta's, and learns no more, and changes no more, than with a team that
 * is not there.
 */
class CrossingTest {
    private static final String NOBODY = "gamma";
    private static final Set<String> SYSTEM = new TreeSet<>(Set.of(
            // authenticates
            "Access.of",
            // for who runs the hub
            "CompanyProfiles.find",
            "CompanyProfiles.save",
            // behind what is told who acts
            "SearchDesk.answer",
            "SearchDesk.clicked",
            "TeamRegistration.resume",
            "Teams.changePlan",
            "TenderLookup.answer",
            "TenderLookup.find",
            "TopTenders.best",
            "TopTenders.count",
            // for the background work
            "DerivedTeamData.forget",
            "DerivedTeamData.forgetOlder",
            "ProfileCatalog.find",
            "TeamDirectory.find",
            "TeamSagaDirectory.find",
            "VolatileTeamData.forget",
            "WorkspaceFollowers.attended"));

    private static TwoTeams teams;

    @BeforeAll
    static void fill() {
        teams = TwoTeams.filled();
    }

    @AfterAll
    static void end() {
        teams.close();
    }

    @Test
    void everyMethodOfWhatIsOpenedForATeamIsTried() {
        assertThat(PortCrossings.all().keySet()).isEqualTo(TenantSurface.opened());
    }

    @Test
    void everyMethodThatIsToldWhoActsIsTried() {
        Set<String> acted = new TreeSet<>(TenantSurface.acted());
        // Names no other team, and is looked at by itself.
        acted.remove("TeamRegistration.remove");

        assertThat(UseCaseCrossings.all().keySet()).containsAll(acted);
    }

    @Test
    void methodsThatMayNameAnyTeamAreTheSystemsOwn() {
        // Each of them is for the hub itself or for who runs it; a service that gives one to its users has to know who
        // they are.
        assertThat(TenantSurface.named()).isEqualTo(SYSTEM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void nothingCrosses(String method) throws SQLException {
        Attempt attempt = attempts().get(method);
        Object before = teams.allOfBeta();

        String ofBeta = attempt.told(teams, "beta");
        String ofNobody = attempt.told(teams, NOBODY);

        assertThat(ofBeta).isEqualTo(ofNobody).doesNotContain("beta");
        assertThat(teams.allOfBeta()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("finding")
    void whatIsItsOwnATeamDoesFind(String method) {
        Attempt attempt = attempts().get(method);

        assertThat(attempt.told(teams, "alpha")).isNotEqualTo(attempt.told(teams, NOBODY));
    }

    static Set<String> methods() {
        return attempts().keySet();
    }

    static Stream<String> finding() {
        // What a team has but one of is found whatever is named.
        Set<String> single = Set.of(
                "TeamRepository.find", "ProfileRepository.find", "TeamSagaRepository.find", "CompanyProfiles.find");
        return methods().stream().filter(method -> method.endsWith(".find") && !single.contains(method));
    }

    private static Map<String, Attempt> attempts() {
        Map<String, Attempt> all = new TreeMap<>(PortCrossings.all());
        all.putAll(UseCaseCrossings.all());
        return all;
    }
}
