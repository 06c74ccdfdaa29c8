package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendByBuyer;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.json.SpendJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many tenders tell together. */
final class AnalyticsRoutes {
    private static final Set<String> KNOWN = Set.of("currency", "limit");
    private static final int HIGHEST_LIMIT = 100;
    private final SpendByBuyer spend;

    AnalyticsRoutes(SpendByBuyer spend) {
        this.spend = spend;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/analytics/spend-by-buyer", this::spendByBuyer);
    }

    private void spendByBuyer(Context ctx) {
        Map<String, List<String>> parameters = ctx.queryParamMap();
        List<FieldProblem> problems = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem(name, "is not a parameter of this report")));
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                problems.add(new FieldProblem(name, "may be given once only"));
            }
        });
        String currency = parameters.getOrDefault("currency", List.of("ZAR")).get(0);
        if (!currency.matches("[A-Z]{3}")) {
            problems.add(new FieldProblem("currency", "must be a code of three capitals such as ZAR"));
        }
        int limit = limit(parameters.getOrDefault("limit", List.of("20")).get(0));
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            problems.add(new FieldProblem("limit", "must be a whole number from 1 to " + HIGHEST_LIMIT));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("spend by buyer", problems);
        }
        List<BuyerSpend> buyers = spend.top(currency, limit);
        Answers.json(ctx, json -> SpendJson.write(json, currency, buyers));
    }

    /** 0 for what is no number. */
    private static int limit(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
