package io.tenderhub.analytics;

import io.tenderhub.failure.UnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The three stores of spend, each of which can be away, counting how often the truth is asked. */
final class Stand implements SpendCatalog, SpendReports, SpendLeaderboard {
    private final SpendCatalog catalog;
    private final SpendReports reports;
    final Map<String, List<BuyerSpend>> boards = new HashMap<>();
    boolean truthIsAway;
    boolean reportsAreAway;
    boolean boardsAreAway;
    int truthAsked;

    Stand(SpendCatalog catalog, SpendReports reports) {
        this.catalog = catalog;
        this.reports = reports;
    }

    @Override
    public List<BuyerSpend> all() {
        require(truthIsAway, "truth");
        truthAsked++;
        return catalog.all();
    }

    @Override
    public List<BuyerSpend> in(String currency) {
        require(truthIsAway, "truth");
        truthAsked++;
        return catalog.in(currency);
    }

    @Override
    public void save(SpendReport report) {
        require(reportsAreAway, "reports");
        reports.save(report);
    }

    @Override
    public Optional<SpendReport> latest(String currency) {
        require(reportsAreAway, "reports");
        return reports.latest(currency);
    }

    @Override
    public Set<String> currencies() {
        require(reportsAreAway, "reports");
        return reports.currencies();
    }

    @Override
    public void replace(String currency, List<BuyerSpend> spends) {
        require(boardsAreAway, "boards");
        boards.put(currency, spends);
    }

    @Override
    public Optional<List<BuyerSpend>> top(String currency, int limit) {
        return boardsAreAway
                ? Optional.empty()
                : Optional.ofNullable(boards.get(currency))
                        .map(board -> board.stream().limit(limit).toList());
    }

    private static void require(boolean away, String store) {
        if (away) {
            throw new UnavailableException(store, "taken away", null);
        }
    }
}
