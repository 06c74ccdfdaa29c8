package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTreeTest {
    static final List<String> NAMES = Commands.NAMES;

    private final CommandLine whole = tree().of("generate-completion");

    @Test
    void callsEachCommandAsItCallsItself() {
        assertThat(NAMES)
                .allSatisfy(name -> assertThat(Commands.named(name)
                                .orElseThrow()
                                .getAnnotation(Command.class)
                                .name())
                        .isEqualTo(name));
        assertThat(whole.getSubcommands().keySet()).containsExactlyElementsOf(NAMES);
    }

    @Test
    void knowsNoOtherCommand() {
        assertThat(Commands.named("scores")).isEmpty();
    }

    @Test
    void listsAllCommandsWithoutLookingIntoThem() {
        CommandLine listed = tree().of("--help");

        assertThat(listed.getUsageMessage()).isEqualTo(whole.getUsageMessage());
        assertThat(listed.getSubcommands().get("team").getSubcommands()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void explainsACommandAloneAsAmongTheOthers(String name) {
        CommandLine alone = tree().of(name, "--help");

        assertThat(alone.getSubcommands().get(name).getUsageMessage())
                .isEqualTo(whole.getSubcommands().get(name).getUsageMessage());
    }

    @Test
    void looksAtOneCommandOnly() {
        assertThat(tree().of("score", "--top", "3").getSubcommands()).containsOnlyKeys("score");
        assertThat(tree().of("--version").getSubcommands()).isEmpty();
    }

    @Test
    void showsTheListToWhoeverAsksForHelpBeforeACommand() {
        assertThat(Ran.tenderhub("--help", "score").out())
                .isEqualTo(Ran.tenderhub("--help").out());
    }

    @Test
    void refusesWhatIsNoCommand() {
        Ran ran = Ran.tenderhub("scores", "--top", "3");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("'scores'").contains("try: tenderhub --help");
        assertThat(Ran.tenderhub().err()).contains("which command?");
    }

    @Test
    void completesAllCommandsAndTheirs() {
        assertThat(Ran.tenderhub("generate-completion").out())
                .contains("saved-search")
                .contains("remove-member");
    }

    private static CommandTree tree() {
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false,
                Optional.empty());
        return new CommandTree(terminal, new CommandFactory(terminal, Map.of()));
    }
}
