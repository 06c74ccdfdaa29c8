package io.tenderhub.benchmarks.judgements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementsTest {

    @Test
    void linesOfOneQueryAreGathered() {
        List<JudgedQuery> queries = Judgements.read(
                List.of(
                        "query id\tkind\tquery\tocid\tgrade\twhy",
                        "# said by hand",
                        "water.1\texact\tborehole\tocds-1\t2\tdrilled",
                        "water.1\texact\tborehole\tocds\\t2\t0",
                        "",
                        "roads.1\tplace\troads in Durban\tocds-1\t1"),
                "here");
        assertThat(queries)
                .containsExactly(
                        new JudgedQuery("water.1", "exact", "borehole", Map.of("ocds-1", 2, "ocds\t2", 0)),
                        new JudgedQuery("roads.1", "place", "roads in Durban", Map.of("ocds-1", 1)));
    }

    @Test
    void aTenderJudgedTwiceIsTold() {
        String line = "water.1\texact\tborehole\tocds-1\t2";
        assertThatThrownBy(() -> Judgements.read(List.of(line, line), "here"))
                .hasMessage("here, line 2: ocds-1 is judged twice");
    }

    @Test
    void waysOfAskingForTheSameAreInOneSet() {
        JudgedQuery one = new JudgedQuery("guards.1", "exact", "security guarding", Map.of());
        JudgedQuery other = new JudgedQuery("guards.2", "paraphrase", "night watchmen", Map.of());
        assertThat(one.set()).isEqualTo(other.set());
    }

    @Test
    void theProjectsOwnAreWhole() throws IOException {
        List<JudgedQuery> own = Judgements.own();
        assertThat(own).hasSizeGreaterThanOrEqualTo(60);
        assertThat(own).allSatisfy(query -> assertThat(query.grades()).containsValue(2));
        assertThat(own.stream().map(JudgedQuery::set)).contains(QuerySet.TUNE, QuerySet.TEST);
    }
}
