package io.tenderhub.redis;

import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** How often a server has run each command, as it tells itself. */
final class CommandCounts {
    private CommandCounts() {}

    static Map<String, Long> of(UnifiedJedis client) {
        Map<String, Long> counts = new TreeMap<>();
        client.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_"))
                .forEach(line -> {
                    String command = line.substring("cmdstat_".length(), line.indexOf(':'));
                    counts.put(command, Long.valueOf(line.substring(line.indexOf('=') + 1, line.indexOf(','))));
                });
        counts.remove("info");
        return counts;
    }

    /** What has been run since, of each command that has been run. */
    static Map<String, Long> since(Map<String, Long> before, UnifiedJedis client) {
        Map<String, Long> since = of(client);
        before.forEach((command, count) -> since.merge(command, -count, Long::sum));
        since.values().removeIf(count -> count == 0);
        return since;
    }
}
