package io.tenderhub.http.server;

import io.tenderhub.http.endpoint.ProblemDetails;
import io.tenderhub.http.endpoint.ProblemKind;
import io.tenderhub.http.endpoint.RequestIds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers with problem details what the server refuses before any route sees it, such as a broken address. */
final class UnreadableRequests extends ErrorHandler {
    /** What the server writes where it could read no address. */
    private static final String NO_PATH = "/badMessage";

    private static final long RETRY_SECONDS = 2;

    /** All are told, also who asks by PATCH. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String requestId = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE);
        response.getHeaders().put(RequestIds.HEADER, requestId);
        SecurityHeaders.putInto(response.getHeaders());
        if (HttpStatus.isClientError(status)) {
            // What was not read of it must not be taken for another request.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        Optional<ProblemKind> kind = kind(status);
        byte[] problem = ProblemDetails.bytes(
                kind.map(ProblemKind::type).orElse("about:blank"),
                kind.map(ProblemKind::title).orElseGet(() -> HttpStatus.getMessage(status)),
                status,
                detail(status),
                Optional.ofNullable(request.getHttpURI().getPath())
                        .filter(path -> !path.equals(NO_PATH))
                        .orElse("/"),
                requestId,
                List.of());
        response.write(true, ByteBuffer.wrap(problem), callback);
    }

    private static Optional<ProblemKind> kind(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 400 -> ProblemKind.INVALID_INPUT;
                    case 408 -> ProblemKind.SENT_TOO_SLOWLY;
                    case 414 -> ProblemKind.ADDRESS_TOO_LONG;
                    case 431 -> ProblemKind.HEADERS_TOO_LARGE;
                    case 503 -> ProblemKind.UNAVAILABLE;
                    default -> null;
                });
    }

    private static String detail(int status) {
        return switch (status) {
            case 414 -> "send an address of less than 16 KB";
            case 431 -> "send less than 16 KB of headers";
            case 503 -> "too much is asked of the service at once, or it is ending; try again in a while";
            default -> status < 500 ? "the request can't be read" : "the service can't answer now";
        };
    }
}
