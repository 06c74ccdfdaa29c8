package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void letsNothingThatATeamWroteSteerTheTerminal() {
        TextTable table = new TextTable("WHO", "AFTER");
        table.row("user:jo", TextTable.cut("title=\u001b]0;owned\u0007 \u009b2J Zoë", 60));

        assertThat(table.lines()).containsExactly("WHO      AFTER", "user:jo  title=\uFFFD]0;owned\uFFFD \uFFFD2J Zoë");
    }
}
