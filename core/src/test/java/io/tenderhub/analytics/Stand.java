package io.tenderhub.analytics;

import io.tenderhub.failure.UnavailableException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The three stores of spend, each of which can be away, counting how often the truth is asked. */
final class Stand implements SpendCatalog, SpendReports, SpendLeaderboard {
    private final SpendCatalog catalog;
    private final SpendReports reports;
    final Map<String, List<Spend>> boards = new HashMap<>();
    boolean truthIsAway;
    boolean reportsAreAway;
    boolean boardsAreAway;
    int truthAsked;

    Stand(SpendCatalog catalog, SpendReports reports) {
        this.catalog = catalog;
        this.reports = reports;
    }

    @Override
    public SpendSums sums(SpendQuestion question, ZoneId zone) {
        require(truthIsAway, "truth");
        truthAsked++;
        return catalog.sums(question, zone);
    }

    List<Spend> board(String currency) {
        return Objects.requireNonNull(boards.get("buyer/" + currency));
    }

    /** Of the boards of buyers. */
    Set<String> currencies() {
        return boards.keySet().stream()
                .filter(key -> key.startsWith("buyer/"))
                .map(key -> key.substring("buyer/".length()))
                .collect(Collectors.toSet());
    }

    @Override
    public void save(SpendReport report) {
        require(reportsAreAway, "reports");
        reports.save(report);
    }

    @Override
    public Optional<SpendReport> latest(SpendDimension by, String currency) {
        require(reportsAreAway, "reports");
        return reports.latest(by, currency);
    }

    @Override
    public Set<String> currencies(SpendDimension by) {
        require(reportsAreAway, "reports");
        return reports.currencies(by);
    }

    @Override
    public void replace(SpendDimension by, String currency, List<Spend> spends) {
        require(boardsAreAway, "boards");
        boards.put(by.code() + "/" + currency, spends);
    }

    @Override
    public Optional<List<Spend>> top(SpendDimension by, String currency, int limit) {
        return boardsAreAway
                ? Optional.empty()
                : Optional.ofNullable(boards.get(by.code() + "/" + currency))
                        .map(board -> board.stream().limit(limit).toList());
    }

    private static void require(boolean away, String store) {
        if (away) {
            throw new UnavailableException(store, "taken away", null);
        }
    }
}
