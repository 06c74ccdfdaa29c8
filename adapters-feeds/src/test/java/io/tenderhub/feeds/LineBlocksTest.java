package io.tenderhub.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks are whole lines, all of them, in order, with the right numbers. */
class LineBlocksTest {
    private static final int ROUNDS = 3000;

    @Test
    void allBytesComeInOrderWithTheNumbersOfTheirLines() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = lines(random);
            int size = 2 + random.nextInt(40);
            Read read = read(new ByteArrayInputStream(input), size);
            assertThat(read.bytes).as("round %s", round).isEqualTo(input);
            assertThat(read.failures).isZero();
        }
    }

    @Test
    void whatWasReadBeforeAFailureComesToo() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = lines(random);
            InputStream cutOff = new SequenceInputStream(new ByteArrayInputStream(input), new Failing());
            Read read = read(cutOff, 2 + random.nextInt(40));
            assertThat(read.bytes).as("round %s", round).isEqualTo(input);
            assertThat(read.failures).as("round %s", round).isEqualTo(1);
        }
    }

    @Test
    void lineThatIsLongerThanABlockIsReadWithItsRest() throws IOException {
        byte[] input = "ab\n0123456789012345678901234567890123456789\ncd\n".getBytes(StandardCharsets.UTF_8);
        LineBlocks blocks = new LineBlocks(new ByteArrayInputStream(input), new BlockPool(16));
        assertThat(text(blocks)).isEqualTo("1:ab\n");
        LineBlock open = blocks.next();
        assertThat(open.open()).isTrue();
        assertThat(new String(blocks.withRest(open).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("0123456789012345678901234567890123456789\n");
        assertThat(text(blocks)).isEqualTo("3:cd\n");
        assertThat(blocks.next()).isNull();
    }

    @Test
    void restThatNobodyReadsIsLeftOut() throws IOException {
        byte[] input = "0123456789012345678901234567890123456789\ncd\n".getBytes(StandardCharsets.UTF_8);
        LineBlocks blocks = new LineBlocks(new ByteArrayInputStream(input), new BlockPool(16));
        assertThat(blocks.next().open()).isTrue();
        assertThat(text(blocks)).isEqualTo("2:cd\n");
        assertThat(blocks.next()).isNull();
    }

    @Test
    void arraysAreUsedAgain() {
        BlockPool pool = new BlockPool(8);
        LineBlocks blocks =
                new LineBlocks(new ByteArrayInputStream("ab\ncd\nef\ngh\n".getBytes(StandardCharsets.UTF_8)), pool);
        byte[] first = blocks.next().bytes();
        pool.giveBack(first);
        assertThat(blocks.next().bytes()).isSameAs(first);
    }

    private static String text(LineBlocks blocks) {
        LineBlock block = blocks.next();
        assertThat(block.open()).isFalse();
        return block.firstLine() + ":" + new String(block.bytes(), 0, block.length(), StandardCharsets.UTF_8);
    }

    private static byte[] lines(Random random) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(4) == 0 ? random.nextInt(90) : random.nextInt(9);
            for (int k = 0; k < length; k++) {
                lines.write('a' + random.nextInt(26) + (random.nextInt(9) == 0 ? 0x80 : 0));
            }
            lines.writeBytes(random.nextInt(5) == 0 ? new byte[] {'\r', '\n'} : new byte[] {'\n'});
        }
        return random.nextBoolean() && lines.size() > 0
                ? Arrays.copyOf(lines.toByteArray(), lines.size() - 1)
                : lines.toByteArray();
    }

    /** Reads all blocks, checking each. */
    private static Read read(InputStream in, int size) throws IOException {
        LineBlocks blocks = new LineBlocks(in, new BlockPool(size));
        Read read = new Read();
        for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
            assertThat(block.firstLine()).isEqualTo(1 + breaks(read.bytes));
            assertThat(read.bytes.length == 0 || read.bytes[read.bytes.length - 1] == '\n')
                    .isTrue();
            if (block.open()) {
                read.addRest(blocks.withRest(block));
            } else {
                assertThat(block.length()).isPositive();
                read.add(Arrays.copyOf(block.bytes(), block.length()));
            }
        }
        return read;
    }

    private static long breaks(byte[] bytes) {
        long count = 0;
        for (byte found : bytes) {
            count += found == '\n' ? 1 : 0;
        }
        return count;
    }

    private static final class Read {
        private byte[] bytes = new byte[0];
        private int failures;

        void add(byte[] more) {
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + more.length);
            System.arraycopy(more, 0, bytes, before, more.length);
        }

        void addRest(InputStream open) {
            try {
                int next = open.read();
                while (next >= 0) {
                    add(new byte[] {(byte) next});
                    next = open.read();
                }
            } catch (IOException e) {
                failures++;
            }
        }
    }

    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException("cut off");
        }
    }
}
