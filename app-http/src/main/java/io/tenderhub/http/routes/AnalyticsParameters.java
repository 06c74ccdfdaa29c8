package io.tenderhub.http.routes;

import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.http.endpoint.Parameter;
import io.tenderhub.http.endpoint.Request;
import io.tenderhub.json.Shape;
import java.time.LocalDate;
import java.util.Arrays;

/** What analyses are asked with. */
final class AnalyticsParameters {
    static final Parameter<String> CURRENCY = Parameter.query(
            "currency",
            "ISO 4217 code; ZAR if not given",
            Shape.text()
                    .pattern("^[A-Z]{3}$", "a code of three capitals such as ZAR")
                    .withExample("ZAR"),
            text -> text);
    static final Parameter<LocalDate> FROM =
            Parameter.query("from", "The first day that counts", Shape.day(), LocalDate::parse);
    static final Parameter<LocalDate> TO =
            Parameter.query("to", "The day after the last that counts", Shape.day(), LocalDate::parse);
    static final Parameter<SpendDimension> BY = Parameter.query(
            "by",
            "What spending is told apart by; buyer if not given",
            Shape.text()
                    .oneOf(Arrays.stream(SpendDimension.values())
                            .map(SpendDimension::code)
                            .toList())
                    .withExample("province"),
            code -> SpendDimension.ofCode(code).orElseThrow());
    static final Parameter<Boolean> FALLBACK = Parameter.query(
            "fallback",
            "Whether tenders without a counted award count with their own disclosed value; they do not if not given",
            Shape.truth(),
            Boolean::valueOf);
    static final Parameter<String> CATEGORY = Parameter.query(
            "category",
            "Main procurement category; all if not given",
            Shape.text().length(1, 200).withExample("works"),
            text -> text);
    static final Parameter<String> FORMAT = Parameter.query(
            "format",
            "csv for a file, which takes a plan with exports; json if not given",
            Shape.text().oneOf("json", "csv"),
            text -> text);

    private AnalyticsParameters() {}

    static DayRange days(Request request) {
        return new DayRange(request.find(FROM), request.find(TO));
    }

    static String currency(Request request) {
        return request.find(CURRENCY).orElse("ZAR");
    }

    static boolean isFile(Request request) {
        return request.find(FORMAT).filter("csv"::equals).isPresent();
    }

    static SpendQuestion spend(Request request, SpendDimension by) {
        SpendQuestion question = SpendQuestion.by(by).in(currency(request)).during(days(request));
        return request.find(FALLBACK).orElse(false) ? question.withFallback() : question;
    }
}
