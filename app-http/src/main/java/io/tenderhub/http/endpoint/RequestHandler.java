package io.tenderhub.http.endpoint;

/** Does what an endpoint is for, when all that can be checked by its declaration has been. */
@FunctionalInterface
public interface RequestHandler {
    /** Failures of the core go through; they are answered as problems. */
    Reply handle(Request request);
}
