package io.tenderhub.bootstrap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows addresses without what is secret in them. */
final class Addresses {
    private static final Pattern HOSTS = Pattern.compile("://(?:[^@/]*@)?([^/?]*)");
    private static final Pattern SECRETS = Pattern.compile("(?i)(password=)[^&\\s]*|(://)[^@/\\s]*@");

    private Addresses() {}

    /** Hosts and ports of an address. */
    static String of(String url) {
        Matcher matcher = HOSTS.matcher(url);
        return matcher.find() && !matcher.group(1).isEmpty() ? matcher.group(1) : "localhost";
    }

    static String withoutSecrets(String text) {
        return SECRETS.matcher(text).replaceAll(found -> found.group(1) == null ? "$2" : "$1…");
    }
}
