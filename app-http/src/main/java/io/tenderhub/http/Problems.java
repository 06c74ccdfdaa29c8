package io.tenderhub.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.json.JsonText;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure with problem details (RFC 9457). */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(
                InvalidInputException.class,
                (e, ctx) -> answer(ctx, HttpStatus.BAD_REQUEST, e.subject() + " breaks a rule", e.problems()));
        routes.exception(NotFoundException.class, (e, ctx) -> answer(ctx, HttpStatus.NOT_FOUND, text(e), List.of()));
        routes.exception(ConflictException.class, (e, ctx) -> answer(ctx, HttpStatus.CONFLICT, text(e), List.of()));
        routes.exception(NotAuthenticatedException.class, (e, ctx) -> {
            ctx.header("WWW-Authenticate", "Bearer");
            answer(ctx, HttpStatus.UNAUTHORIZED, text(e), List.of());
        });
        routes.exception(NotAllowedException.class, (e, ctx) -> answer(ctx, HttpStatus.FORBIDDEN, text(e), List.of()));
        routes.exception(
                LimitReachedException.class, (e, ctx) -> answer(ctx, HttpStatus.FORBIDDEN, text(e), List.of()));
        routes.exception(
                QuotaExceededException.class,
                (e, ctx) -> answer(ctx, HttpStatus.TOO_MANY_REQUESTS, text(e), List.of()));
        routes.exception(UnavailableException.class, (e, ctx) -> {
            LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
            ctx.header("Retry-After", RETRY_SECONDS);
            answer(ctx, HttpStatus.SERVICE_UNAVAILABLE, e.store() + " is unavailable", List.of());
        });
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(ctx, HttpStatus.forStatus(e.getStatus()), text(e), List.of()));
        // Whatever else goes wrong is a fault of ours: told in the log, not to the client.
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            answer(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "a fault of the service", List.of());
        });
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    private static void answer(Context ctx, HttpStatus status, String detail, List<FieldProblem> problems) {
        ctx.status(status).contentType("application/problem+json").result(JsonText.line(json -> {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", status.getMessage());
            json.writeNumberField("status", status.getCode());
            json.writeStringField("detail", detail);
            json.writeStringField("instance", ctx.path());
            if (!problems.isEmpty()) {
                json.writeArrayFieldStart("problems");
                for (FieldProblem problem : problems) {
                    json.writeStartObject();
                    json.writeStringField("path", problem.path());
                    json.writeStringField("message", problem.message());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }));
    }
}
