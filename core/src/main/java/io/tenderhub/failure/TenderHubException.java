package io.tenderhub.failure;

import org.jspecify.annotations.Nullable;

/** Every failure the hub reports to its callers. The message is one line fit for a person. */
public abstract sealed class TenderHubException extends RuntimeException
        permits InvalidInputException,
                NotFoundException,
                ConflictException,
                KeyReusedException,
                StillRunningException,
                NotAllowedException,
                NotAuthenticatedException,
                LimitReachedException,
                QuotaExceededException,
                UnavailableException,
                UnreadableDocumentException {

    TenderHubException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
