package io.tenderhub.workspace;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Stands in front of ports of one store: notes what is asked of them, and can be taken away. */
final class WatchedStore {
    private final List<String> asked = new ArrayList<>();
    private boolean away;

    void takeAway() {
        away = true;
    }

    void bringBack() {
        away = false;
    }

    /** What was asked since it was asked for the last time. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    <T> T watch(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    if (method.getName().equals("forTeam")) {
                        return port == ScoreRepository.class
                                ? watch(TeamScores.class, (TeamScores) method.invoke(real, given))
                                : watch(WorkspaceCatalog.TeamWorkspace.class, (WorkspaceCatalog.TeamWorkspace)
                                        method.invoke(real, given));
                    }
                    if (away) {
                        throw new UnavailableException("MongoDB at nowhere", "it is away", null);
                    }
                    asked.add(port.getSimpleName() + "." + method.getName());
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
