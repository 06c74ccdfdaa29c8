package io.tenderhub.http.endpoint;

import io.javalin.http.Context;

/** From which address a request comes, as far as it tells clients apart. */
final class ClientAddresses {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final boolean behindProxy;

    /** @param behindProxy whether a proxy adds the client's address to {@code X-Forwarded-For} */
    ClientAddresses(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    String of(Context ctx) {
        String forwarded = behindProxy ? ctx.header("X-Forwarded-For") : null;
        return network(forwarded == null ? ctx.ip() : last(forwarded));
    }

    /** The others were sent by the client, or by proxies that nobody knows. */
    private static String last(String forwarded) {
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** Of IPv6 the first half: whoever has one such address has all that begin like it. */
    static String network(String address) {
        String plain = address.replaceAll("[\\[\\]]|%.*", "");
        if (plain.indexOf(':') < 0 || plain.indexOf('.') >= 0) {
            return plain;
        }
        int zeros = plain.indexOf("::");
        String[] before = (zeros < 0 ? plain : plain.substring(0, zeros)).split(":");
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < GROUPS_OF_A_NETWORK; i++) {
            network.append(i < before.length && !before[i].isEmpty() ? before[i] : "0")
                    .append(':');
        }
        return network.toString();
    }
}
