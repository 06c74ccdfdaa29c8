package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendByBuyer;
import io.tenderhub.cache.Answer;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.json.PopularJson;
import io.tenderhub.json.SpendJson;
import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many tenders and many readers tell together. */
final class AnalyticsRoutes {
    private static final int HIGHEST_LIMIT = 100;
    private final SpendByBuyer spend;
    private final PopularTenders popular;

    AnalyticsRoutes(SpendByBuyer spend, PopularTenders popular) {
        this.spend = spend;
        this.popular = popular;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/analytics/spend-by-buyer", this::spendByBuyer);
        routes.get("/api/analytics/popular-tenders", this::popularTenders);
    }

    private void spendByBuyer(Context ctx) {
        List<FieldProblem> problems = unknown(ctx, Set.of("currency", "limit"));
        String currency = parameter(ctx, "currency", "ZAR");
        if (!currency.matches("[A-Z]{3}")) {
            problems.add(new FieldProblem("currency", "must be a code of three capitals such as ZAR"));
        }
        int limit = limit(ctx, problems);
        refuse("spend by buyer", problems);
        Answer<List<BuyerSpend>> buyers = spend.topOrLastKnown(currency, limit);
        buyers.staleSince().ifPresent(since -> ctx.header("Stale-Since", since.toString()));
        Answers.json(ctx, json -> SpendJson.write(json, currency, buyers));
    }

    private void popularTenders(Context ctx) {
        List<FieldProblem> problems = unknown(ctx, Set.of("limit"));
        int limit = limit(ctx, problems);
        refuse("popular tenders", problems);
        List<Popular> tenders = popular.top(limit);
        Answers.json(ctx, json -> PopularJson.write(json, tenders));
    }

    private static List<FieldProblem> unknown(Context ctx, Set<String> known) {
        Map<String, List<String>> parameters = ctx.queryParamMap();
        List<FieldProblem> problems = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem(name, "is not a parameter of this report")));
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                problems.add(new FieldProblem(name, "may be given once only"));
            }
        });
        return problems;
    }

    private static String parameter(Context ctx, String name, String otherwise) {
        return ctx.queryParamMap().getOrDefault(name, List.of(otherwise)).get(0);
    }

    private static int limit(Context ctx, List<FieldProblem> problems) {
        String text = parameter(ctx, "limit", "20");
        int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            problems.add(new FieldProblem("limit", "must be a whole number from 1 to " + HIGHEST_LIMIT));
        }
        return limit;
    }

    private static void refuse(String report, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(report, problems);
        }
    }
}
