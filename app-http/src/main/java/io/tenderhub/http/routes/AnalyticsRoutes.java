package io.tenderhub.http.routes;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendAnalytics;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.cache.Answer;
import io.tenderhub.http.endpoint.Endpoint;
import io.tenderhub.http.endpoint.Method;
import io.tenderhub.http.endpoint.Parameters;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.PopularJson;
import io.tenderhub.json.SpendJson;
import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import java.util.List;
import java.util.stream.Stream;

/** What many tenders and many readers tell together. */
final class AnalyticsRoutes {
    private static final String TAG = "Analytics";

    private final SpendAnalytics spend;
    private final PopularTenders popular;

    AnalyticsRoutes(SpendAnalytics spend, PopularTenders popular) {
        this.spend = spend;
        this.popular = popular;
    }

    List<Endpoint> endpoints() {
        return Stream.of(
                        ShortName.both(
                                Method.GET,
                                "/api/v1/analytics/spend-by-buyer",
                                "/api/analytics/spend-by-buyer",
                                "listSpendByBuyer",
                                endpoint -> endpoint.tag(TAG)
                                        .summary("Rank buyers by what they spend")
                                        .description("By the values of awards; currencies are never added together.")
                                        .takes(AnalyticsParameters.CURRENCY, Parameters.LIMIT)
                                        .answers(200, "Buyers, most spent first", SpendJson.SHAPE),
                                this::spendByBuyer),
                        ShortName.both(
                                Method.GET,
                                "/api/v1/analytics/popular-tenders",
                                "/api/analytics/popular-tenders",
                                "listPopularTenders",
                                endpoint -> endpoint.tag(TAG)
                                        .summary("Rank tenders by how many look at them and save them")
                                        .description("Over 7 days; a save counts as much as 5 views.")
                                        .takes(Parameters.LIMIT)
                                        .answers(200, "Tenders, most points first", PopularJson.SHAPE),
                                this::popularTenders))
                .flatMap(List::stream)
                .toList();
    }

    private Reply spendByBuyer(Request request) {
        String currency = AnalyticsParameters.currency(request);
        int limit = Parameters.limit(request);
        // One place may be that of all tenders without a buyer, which is no buyer to be ranked.
        Answer<List<Spend>> buyers = spend.topOrLastKnown(SpendDimension.BUYER, currency, limit + 1)
                .map(all -> all.stream()
                        .filter(one -> one.name().isPresent())
                        .limit(limit)
                        .toList());
        return Staleness.told(buyers, Reply.ok(json -> SpendJson.write(json, currency, buyers)));
    }

    private Reply popularTenders(Request request) {
        List<Popular> tenders = popular.top(Parameters.limit(request));
        return Reply.ok(json -> PopularJson.write(json, tenders));
    }
}
