package io.tenderhub.http.endpoint;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From which address a request comes, as far as it tells clients apart. */
final class ClientAddresses {
    private static final int GROUPS_OF_A_NETWORK = 4;
    private static final Pattern PORT_OF_IPV4 = Pattern.compile("^([0-9.]+):\\d+$");

    private final boolean behindProxy;

    /** @param behindProxy whether a proxy adds the client's address to {@code X-Forwarded-For} */
    ClientAddresses(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    String of(Context ctx) {
        String forwarded = behindProxy ? lastLine(ctx) : null;
        return network(forwarded == null ? ctx.ip() : last(forwarded));
    }

    /** Some proxies add a line of their own behind what the client sent. */
    private static @Nullable String lastLine(Context ctx) {
        String last = null;
        for (String line : Collections.list(ctx.req().getHeaders("X-Forwarded-For"))) {
            last = line;
        }
        return last;
    }

    /** The others were sent by the client, or by proxies that nobody knows. */
    private static String last(String forwarded) {
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** Of IPv6 the first half: whoever has one such address has all that begin like it. Without a port, which each connection has anew. */
    static String network(String address) {
        String plain = address.replaceAll("[\\[\\]]|%.*", "");
        if (plain.indexOf(':') < 0 || plain.indexOf('.') >= 0) {
            return PORT_OF_IPV4.matcher(plain).replaceFirst("$1");
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
