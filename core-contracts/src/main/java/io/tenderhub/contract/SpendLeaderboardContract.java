package io.tenderhub.contract;

import static io.tenderhub.analytics.SpendDimension.BUYER;
import static io.tenderhub.analytics.SpendDimension.MONTH;
import static io.tenderhub.analytics.SpendDimension.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendLeaderboard;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link SpendLeaderboard} promises. */
public abstract class SpendLeaderboardContract {

    protected abstract SpendLeaderboard board();

    private static Spend zar(String buyer, String amount, long awards) {
        return Spend.of(buyer, new Money(new BigDecimal(amount), "ZAR"), awards);
    }

    @Test
    void showsTheMostFirstAndEqualOnesByName() {
        Spend a = zar("A", "20", 1);
        Spend b = zar("B", "20.00", 2);
        Spend c = zar("C", "100", 3);
        Spend d = zar("D", "3", 4);
        board().replace(BUYER, "ZAR", List.of(b, d, a, c));

        assertThat(board().top(BUYER, "ZAR", 10)).contains(List.of(c, a, b, d));
        assertThat(board().top(BUYER, "ZAR", 2)).contains(List.of(c, a));
        assertThatIllegalArgumentException().isThrownBy(() -> board().top(BUYER, "ZAR", 0));
    }

    @Test
    void keepsAmountsToTheCent() {
        Spend great = zar("Great", "123456789012345678901.23", Long.MAX_VALUE);
        Spend small = zar("Small", "0.10", 0);
        board().replace(BUYER, "ZAR", List.of(small, great));

        assertThat(board().top(BUYER, "ZAR", 10)).contains(List.of(great, small));
    }

    @Test
    void putsANewBoardInThePlaceOfTheOld() {
        board().replace(BUYER, "ZAR", List.of(zar("Old", "9", 1), zar("Both", "1", 1)));
        board().replace(BUYER, "ZAR", List.of(zar("Both", "2", 7), zar("New", "1", 1)));

        assertThat(board().top(BUYER, "ZAR", 10)).contains(List.of(zar("Both", "2", 7), zar("New", "1", 1)));
    }

    @Test
    void keepsCurrenciesApart() {
        Spend usd = Spend.of("A", new Money(BigDecimal.ONE, "USD"), 1);
        board().replace(BUYER, "ZAR", List.of(zar("A", "5", 1)));
        board().replace(BUYER, "USD", List.of(usd));

        assertThat(board().top(BUYER, "ZAR", 5)).contains(List.of(zar("A", "5", 1)));
        assertThat(board().top(BUYER, "USD", 5)).contains(List.of(usd));
        assertThat(board().top(BUYER, "EUR", 5)).isEmpty();
    }

    @Test
    void tellsABoardOfNobodyFromNone() {
        assertThat(board().top(BUYER, "ZAR", 5)).isEmpty();
        board().replace(BUYER, "ZAR", List.of(zar("A", "5", 1)));
        board().replace(BUYER, "ZAR", List.of());

        assertThat(board().top(BUYER, "ZAR", 5)).isEqualTo(Optional.of(List.of()));
    }

    @Test
    void takesBuyersOfAnyLetters() {
        List<Spend> spends = IntStream.range(0, 5)
                .mapToObj(i -> zar(
                        List.of("=", "made", "{a}", "a:b = c", "Município é 工事").get(i), "" + (9 - i), i))
                .toList();
        board().replace(BUYER, "ZAR", spends);

        assertThat(board().top(BUYER, "ZAR", 10)).contains(spends);
    }

    @Test
    void keepsDimensionsApartAndShowsTheLatestMonthFirst() {
        board().replace(BUYER, "ZAR", List.of(zar("A", "5", 1)));
        board().replace(MONTH, "ZAR", List.of(zar("2026-09", "9", 1), zar("2026-11", "1", 1), zar("2026-10", "5", 1)));

        assertThat(board().top(BUYER, "ZAR", 5)).contains(List.of(zar("A", "5", 1)));
        assertThat(board().top(MONTH, "ZAR", 2)).contains(List.of(zar("2026-11", "1", 1), zar("2026-10", "5", 1)));
        assertThat(board().top(SUPPLIER, "ZAR", 5)).isEmpty();
    }

    @Test
    void takesWhatHasNoNameAndTellsTendersFromAwards() {
        Spend nameless = new Spend(Optional.empty(), new Money(new BigDecimal("7"), "ZAR"), 2, 3);
        board().replace(BUYER, "ZAR", List.of(nameless, zar("A", "7", 1)));

        assertThat(board().top(BUYER, "ZAR", 5)).contains(List.of(zar("A", "7", 1), nameless));
    }

    @Test
    void takesManyBuyers() {
        List<Spend> spends = IntStream.range(0, 12_000)
                .mapToObj(i -> zar("Buyer " + i, Integer.toString(20_000 - i), i))
                .toList();
        board().replace(BUYER, "ZAR", spends);

        assertThat(board().top(BUYER, "ZAR", 20_000)).contains(spends);
    }

    @Test
    void refusesOtherCurrenciesAndABuyerTwice() {
        board().replace(BUYER, "ZAR", List.of(zar("A", "5", 1)));

        assertThatIllegalArgumentException().isThrownBy(() -> board().replace(BUYER, "USD", List.of(zar("A", "1", 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> board().replace(BUYER, "ZAR", List.of(zar("A", "1", 1), zar("A", "2", 1))));
        assertThat(board().top(BUYER, "ZAR", 5)).contains(List.of(zar("A", "5", 1)));
        assertThat(board().top(BUYER, "USD", 5)).isEmpty();
    }

    @Test
    void readersSeeOneBoardOrTheOtherNeverParts() throws Exception {
        List<Spend> odd = boardOf(1);
        List<Spend> even = boardOf(2);
        board().replace(BUYER, "ZAR", odd);
        AtomicBoolean writing = new AtomicBoolean(true);

        Simultaneously.run(4, thread -> () -> {
            if (thread == 0) {
                try {
                    for (int i = 0; i < 200; i++) {
                        board().replace(BUYER, "ZAR", i % 2 == 0 ? even : odd);
                    }
                } finally {
                    writing.set(false);
                }
            } else {
                while (writing.get()) {
                    assertThat(board().top(BUYER, "ZAR", 100)).get().isIn(odd, even);
                }
            }
            return true;
        });
    }

    private static List<Spend> boardOf(int awards) {
        List<Spend> spends = IntStream.range(0, 50)
                .mapToObj(i -> zar("Buyer " + (awards == 1 ? i : 49 - i), Integer.toString(100 - i), awards))
                .toList();
        return Collections.unmodifiableList(spends);
    }
}
