package io.tenderhub.trials;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param target path and query, encoded
 */
record Call(String method, String target, Map<String, String> headers, Optional<byte[]> body) {
    Call {
        headers = Map.copyOf(headers);
    }

    static Call of(String method, String target) {
        return new Call(method, target, Map.of(), Optional.empty());
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, target, more, body);
    }

    Call sending(String contentType, byte[] bytes) {
        Call typed = with("Content-Type", contentType);
        return new Call(method, target, typed.headers(), Optional.of(bytes));
    }

    /** As it may be shown in a report, without what the caller showed of himself. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method).append(' ').append(target);
        headers.forEach((name, value) ->
                text.append("\n  ").append(name).append(": ").append(name.equals("Authorization") ? "…" : value));
        body.ifPresent(bytes -> text.append("\n  ").append(Texts.shown(bytes)));
        return text.toString();
    }
}
