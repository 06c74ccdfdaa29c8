package io.tenderhub.tender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OcidOrderTest {
    private static final List<Integer> LETTERS =
            List.of((int) '-', (int) '0', (int) 'Z', (int) 'a', 0xe9, 0xd7ff, 0xe000, 0xffee, 0x10000, 0x1f600);

    @Test
    void isThatOfTheBytesInUtf8() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            String one = text(random);
            String other = text(random);

            assertThat(Integer.signum(OcidOrder.INSTANCE.compare(one, other)))
                    .as("%s against %s", one, other)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8))));
        }
    }

    private static String text(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(unused -> Character.toString(LETTERS.get(random.nextInt(LETTERS.size()))))
                .collect(Collectors.joining());
    }
}
