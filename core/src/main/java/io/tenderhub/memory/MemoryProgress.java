package io.tenderhub.memory;

import io.tenderhub.consistency.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryProgress implements Progress {
    private final Map<String, String> positions = new ConcurrentHashMap<>();

    @Override
    public Optional<String> position(String task) {
        return Optional.ofNullable(positions.get(task));
    }

    @Override
    public void remember(String task, String position) {
        positions.put(task, position);
    }

    @Override
    public void forget(String task) {
        positions.remove(task);
    }
}
