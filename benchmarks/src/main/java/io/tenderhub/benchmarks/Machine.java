package io.tenderhub.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** What the figures were taken on. */
final class Machine {
    private Machine() {}

    static String inWords() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                "%d cores, %s %s, Java %s, heap up to %,d MB, load %.1f before",
                system.getAvailableProcessors(),
                system.getName(),
                system.getArch(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() / 1_000_000,
                system.getSystemLoadAverage());
    }
}
