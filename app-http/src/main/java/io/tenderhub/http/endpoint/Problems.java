package io.tenderhub.http.endpoint;

import io.javalin.config.RouterConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.KeyReusedException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.failure.StillRunningException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.failure.UnreadableDocumentException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure with problem details (RFC 9457). */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private final Clock clock;

    public Problems(Clock clock) {
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        routes.exception(
                InvalidInputException.class,
                (e, ctx) -> answer(ctx, ProblemKind.INVALID_INPUT, summary(e.problems()), e.problems()));
        routes.exception(NotFoundException.class, (e, ctx) -> answer(ctx, ProblemKind.NOT_FOUND, text(e)));
        routes.exception(ConflictException.class, (e, ctx) -> answer(ctx, ProblemKind.CONFLICT, text(e)));
        routes.exception(KeyReusedException.class, (e, ctx) -> answer(ctx, ProblemKind.KEY_USED_OTHERWISE, text(e)));
        routes.exception(StillRunningException.class, (e, ctx) -> {
            ctx.header("Retry-After", Long.toString(Rates.ceilingSeconds(e.retryAfter())));
            answer(ctx, ProblemKind.CONFLICT, text(e));
        });
        routes.exception(NotAuthenticatedException.class, (e, ctx) -> {
            ctx.header("WWW-Authenticate", "Bearer");
            answer(ctx, ProblemKind.NOT_AUTHENTICATED, text(e));
        });
        routes.exception(NotAllowedException.class, (e, ctx) -> answer(ctx, ProblemKind.NOT_ALLOWED, text(e)));
        routes.exception(LimitReachedException.class, (e, ctx) -> answer(ctx, ProblemKind.LIMIT_REACHED, text(e)));
        routes.exception(QuotaExceededException.class, (e, ctx) -> {
            Duration wait = Duration.between(clock.instant(), e.resetsAt());
            ctx.header("Retry-After", Long.toString(Math.max(1, Rates.ceilingSeconds(wait))));
            answer(ctx, ProblemKind.QUOTA_EXCEEDED, text(e));
        });
        routes.exception(UnavailableException.class, (e, ctx) -> {
            LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
            ctx.header("Retry-After", RETRY_SECONDS);
            answer(ctx, ProblemKind.UNAVAILABLE, "a store does not answer; try again in a while");
        });
        routes.exception(UnreadableDocumentException.class, (e, ctx) -> answer(ctx, kindOf(e.reason()), text(e)));
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.kind(), text(e), e.problems()));
        routes.exception(HttpResponseException.class, Problems::ofServer);
        routes.error(408, Problems::tooSlow);
        routes.error(500, Problems::failed);
        // Whatever else goes wrong is a fault of ours: told in the log, not to the client.
        routes.exception(Exception.class, (e, ctx) -> {
            if (isOfClient(e) || isOfClient(e.getCause())) {
                LOG.debug("{} {} broke off", ctx.method(), ctx.path(), e);
                answer(ctx, ProblemKind.INVALID_INPUT, "the body can't be read to its end; send it again");
                return;
            }
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            fault(ctx);
        });
    }

    /** What is no exception, such as a stack that is full, is told in the log as well, where the framework's own voice is not heard. */
    public static void logErrors(RouterConfig router) {
        router.javaLangErrorHandler((response, error) -> {
            LOG.error("a request failed", error);
            response.setStatus(ProblemKind.FAULT.status());
        });
    }

    private static ProblemKind kindOf(UnreadableDocumentException.Reason reason) {
        return switch (reason) {
            case UNSUPPORTED_TYPE, NOT_WHAT_IT_SAYS -> ProblemKind.UNSUPPORTED_TYPE;
            case TOO_LARGE, TOO_MUCH_INSIDE -> ProblemKind.TOO_LARGE;
            case ENCRYPTED -> ProblemKind.ENCRYPTED;
            case NO_TEXT -> ProblemKind.NO_TEXT;
            case TOO_SLOW -> ProblemKind.TOO_SLOW;
            case DAMAGED -> ProblemKind.UNREADABLE;
        };
    }

    /** A body that broke off, or is not put together as it should be. */
    private static boolean isOfClient(@Nullable Throwable e) {
        return e instanceof HttpException http && http.getCode() >= 400 && http.getCode() < 500;
    }

    /** What Javalin refuses by itself. */
    private static void ofServer(HttpResponseException e, Context ctx) {
        if (e instanceof MethodNotAllowedResponse) {
            Map<String, String> details = e.getDetails();
            ctx.header("Allow", details.getOrDefault("availableMethods", ""));
        }
        switch (e.getStatus()) {
            case 404 -> answer(ctx, ProblemKind.NOT_FOUND, "nothing is at " + ctx.path());
            case 405 -> answer(ctx, ProblemKind.METHOD_NOT_ALLOWED, ctx.method() + " does nothing here");
            case 413 -> answer(ctx, ProblemKind.TOO_LARGE, "send at most 10 MB");
            default -> answer(ctx, e.getStatus() < 500 ? ProblemKind.INVALID_INPUT : ProblemKind.FAULT, text(e));
        }
    }

    /** The framework makes an answer of its own of a body that stopped coming. */
    private static void tooSlow(Context ctx) {
        if (!ProblemDetails.MEDIA_TYPE.equals(ctx.res().getContentType())) {
            answer(ctx, ProblemKind.SENT_TOO_SLOWLY, "the body did not come in time; send it again");
        }
    }

    /** For those who are shown the detail alone. */
    private static String summary(List<FieldProblem> problems) {
        int more = problems.size() - 1;
        return problems.get(0) + (more > 0 ? "; and " + more + " more, see problems" : "");
    }

    private static void failed(Context ctx) {
        if (!ProblemDetails.MEDIA_TYPE.equals(ctx.res().getContentType())) {
            fault(ctx);
        }
    }

    private static void fault(Context ctx) {
        answer(ctx, ProblemKind.FAULT, "tell who runs the service the requestId");
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    private static void answer(Context ctx, ProblemKind kind, String detail) {
        answer(ctx, kind, detail, List.of());
    }

    private static void answer(Context ctx, ProblemKind kind, String detail, List<FieldProblem> problems) {
        String requestId = ctx.attribute(RequestIds.ATTRIBUTE);
        ctx.status(kind.status())
                .contentType(ProblemDetails.MEDIA_TYPE)
                .result(ProblemDetails.of(kind, detail, ctx.path(), requestId, problems));
    }
}
