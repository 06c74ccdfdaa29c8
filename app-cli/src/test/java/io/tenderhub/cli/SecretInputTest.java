package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.Secret;
import io.tenderhub.failure.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretInputTest {

    private static SecretInput input(String text) {
        return new SecretInput(terminal(text, Optional.empty()));
    }

    private static SecretInput typing(String... answers) {
        Deque<String> typed = new ArrayDeque<>(List.of(answers));
        return new SecretInput(
                terminal("", Optional.of(question -> typed.remove().toCharArray())));
    }

    private static Terminal terminal(String text, Optional<Terminal.Prompt> prompt) {
        return new Terminal(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                prompt.isPresent(),
                prompt);
    }

    @Test
    void takesTheFirstLineOfStandardInput() {
        assertThat(input(" geheim é \r\nnext\n").newPassword(true).reveal()).isEqualTo(" geheim é ");
        assertThat(input("no end").firstLine("token").reveal()).isEqualTo("no end");
    }

    @Test
    void refusesAnEmptyOrEndlessLine() {
        for (String wrong : List.of("", "\n", "\r\n", "x".repeat(5_000))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> input(wrong).firstLine("token"))
                    .withMessageNotContaining("xxx");
        }
    }

    @Test
    void asksTwice() {
        Secret typed = typing("the same", "the same").newPassword(false);
        assertThat(typed.reveal()).isEqualTo("the same");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> typing("open sesame", "close sesame").newPassword(false))
                .withMessageNotContaining("sesame")
                .withMessageContaining("password");
    }
}
