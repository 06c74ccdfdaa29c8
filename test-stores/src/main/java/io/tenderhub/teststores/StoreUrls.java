package io.tenderhub.teststores;

import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three URLs and, in words, where they come from. */
record StoreUrls(String postgres, String mongo, String redis, String origin) {

    static StoreUrls choose(Map<String, String> environment) {
        Map<Store, String> urls = new EnumMap<>(Store.class);
        List<String> origin = new ArrayList<>();
        for (Store store : Store.values()) {
            given(environment, store).ifPresent(url -> {
                urls.put(store, url);
                origin.add(store.title() + " as given in " + variable(store));
            });
        }
        Set<Store> missing = EnumSet.allOf(Store.class);
        missing.removeAll(urls.keySet());
        if (!missing.isEmpty()) {
            boolean docker = Docker.answers();
            urls.putAll(docker ? Containers.start(missing) : embedded(missing));
            missing.forEach(store -> origin.add(store.title() + (docker ? " in a container" : " embedded")));
        }
        return new StoreUrls(
                url(urls, Store.POSTGRES), url(urls, Store.MONGO), url(urls, Store.REDIS), String.join(", ", origin));
    }

    static String variable(Store store) {
        return "TENDERHUB_" + store.name() + "_URL";
    }

    private static Optional<String> given(Map<String, String> environment, Store store) {
        return Optional.ofNullable(environment.get(variable(store))).filter(url -> !url.isBlank());
    }

    /** They end with the JVM by a shutdown hook of their own. */
    private static Map<Store, String> embedded(Set<Store> wanted) {
        Store[] stores = wanted.toArray(Store[]::new);
        EmbeddedStores servers =
                EmbeddedStores.builder().only(stores[0], stores).thrownAway().start();
        Map<Store, String> urls = new EnumMap<>(Store.class);
        for (Store store : wanted) {
            urls.put(
                    store,
                    switch (store) {
                        case POSTGRES -> servers.postgresUrl();
                        case MONGO -> servers.mongoUrl();
                        case REDIS -> servers.redisUrl();
                    });
        }
        return urls;
    }

    private static String url(Map<Store, String> urls, Store store) {
        @Nullable String url = urls.get(store);
        if (url == null) {
            throw new IllegalStateException("no " + store.title() + " for the tests");
        }
        return url;
    }
}
