package io.tenderhub.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.ingestion.TenderDetail;
import io.tenderhub.ingestion.TenderWork;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading on many threads gives exactly what reading on one gives. */
class ParallelReadingTest {
    private static final int ROUNDS = 250;
    private static final ReleaseFeed PLAIN = FeedsAdapter.builder().build().releaseFeed();
    /** With blocks of so many bytes; made once, for making one takes a while. */
    private static final Map<Integer, ReleaseFeed> FEEDS = Stream.of(
                    2, 3, 5, 9, 130, 300, 700, 5000, 150_000, LineBlocks.USUAL_SIZE)
            .collect(Collectors.toMap(
                    size -> size,
                    size -> FeedsAdapter.builder().blockSize(size).build().releaseFeed()));

    @ParameterizedTest
    @EnumSource(TenderDetail.class)
    void givesTheSameAsReadingOnOneThread(TenderDetail detail) {
        Random random = new Random(7);
        LinesOfAllKinds kinds = new LinesOfAllKinds(random);
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> inputs = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                inputs.add(random.nextInt(8) == 0 ? document(kinds) : kinds.input());
            }
            compare(round, detail, blockSize(random), inputs, ByteArrayInputStream::new);
        }
    }

    @ParameterizedTest
    @EnumSource(TenderDetail.class)
    void givesTheSameOfInputsThatBreakOff(TenderDetail detail) {
        Random random = new Random(8);
        LinesOfAllKinds kinds = new LinesOfAllKinds(random);
        for (int round = 0; round < ROUNDS / 4; round++) {
            byte[] input = kinds.input();
            byte[] packed = gzip(input);
            byte[] cut = Arrays.copyOf(packed, packed.length - 1 - random.nextInt(packed.length / 2));
            compare(round, detail, blockSize(random), List.of(cut, input), ByteArrayInputStream::new);
            compare(
                    round,
                    detail,
                    blockSize(random),
                    List.of(input, input),
                    bytes -> new SequenceInputStream(new ByteArrayInputStream(bytes), new Failing()));
        }
    }

    @Test
    void givesTheSameOfDamagedPackedDataOfManyBlocks() {
        Random random = new Random(9);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < 2000; i++) {
            lines.writeBytes((Collected.release("o-" + random.nextInt()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] packed = gzip(lines.toByteArray());
        packed[packed.length - packed.length / 8] ^= 0x55;
        compare(0, TenderDetail.EVERYTHING, LineBlocks.USUAL_SIZE, List.of(packed), ByteArrayInputStream::new);
        compare(2, TenderDetail.WHAT_IS_SCORED, 150_000, List.of(packed), ByteArrayInputStream::new);
    }

    @Test
    void readsLinesOnSeveralThreads() {
        String lines = IntStream.range(0, 20_000)
                .mapToObj(i -> Collected.release("o-" + i) + "\n")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<String> ocids = new ArrayList<>();
        TenderWork<String> work = new TenderWork<>(
                TenderDetail.EVERYTHING,
                2,
                tender -> {
                    threads.add(Thread.currentThread());
                    return tender.ocid();
                },
                ocids::add,
                reject -> {});
        FeedTotals totals =
                FEEDS.get(150_000).mapInOrder(List.of(Collected.stream(lines.getBytes(StandardCharsets.UTF_8))), work);
        assertThat(totals).isEqualTo(new FeedTotals(20_000, 20_000, 0));
        assertThat(ocids)
                .isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> "o-" + i).toList());
        assertThat(threads).hasSizeGreaterThan(1);
        assertThat(threads)
                .filteredOn(thread -> thread != Thread.currentThread())
                .noneMatch(Thread::isAlive);
    }

    @Test
    void whatTheWorkThrowsPassesThroughAndEndsTheThreads() {
        byte[] lines = (Collected.release("a") + "\n" + Collected.release("b") + "\n" + Collected.release("c") + "\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int size : new int[] {2, 300, 5000}) {
            for (String bad : List.of("a", "b", "c")) {
                TenderWork<String> work = new TenderWork<>(
                        TenderDetail.EVERYTHING,
                        2,
                        tender -> {
                            if (tender.ocid().equals(bad)) {
                                throw new IllegalArgumentException(bad);
                            }
                            return "";
                        },
                        unused -> {},
                        reject -> {});
                assertThatThrownBy(() -> FEEDS.get(size).mapInOrder(List.of(Collected.stream(lines)), work))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(bad);
            }
        }
    }

    private static int blockSize(Random random) {
        return List.of(2, 3, 5, 9, 130, 300, 700, 5000).get(random.nextInt(8));
    }

    private static byte[] document(LinesOfAllKinds kinds) {
        return ("{\"releases\": [\n" + kinds.release() + ",\n" + kinds.release() + "\n]\n}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void compare(
            int round, TenderDetail detail, int blockSize, List<byte[]> inputs, Function<byte[], InputStream> stream) {
        Collected plain = new Collected();
        plain.totals = PLAIN.readInOrder(named(inputs, stream), plain);
        List<Tender> tenders = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        FeedTotals totals = FEEDS.get(blockSize)
                .mapInOrder(
                        named(inputs, stream),
                        new TenderWork<>(detail, 2, Function.identity(), tenders::add, rejects::add));
        String where = "round " + round + " with blocks of " + blockSize;
        assertThat(rejects).as(where).isEqualTo(plain.rejects);
        assertThat(totals).as(where).isEqualTo(plain.totals);
        if (detail == TenderDetail.EVERYTHING) {
            assertThat(tenders).as(where).isEqualTo(plain.tenders);
        } else {
            assertThat(Scored.of(tenders)).as(where).isEqualTo(Scored.of(plain.tenders));
        }
    }

    private static List<FeedInput> named(List<byte[]> inputs, Function<byte[], InputStream> stream) {
        List<FeedInput> named = new ArrayList<>();
        for (byte[] input : inputs) {
            named.add(new FeedInput.Stream("in " + named.size(), stream.apply(input)));
        }
        return named;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException("cut off");
        }
    }
}
