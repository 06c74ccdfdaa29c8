package io.tenderhub.trials;

import java.util.List;

/** The fuzzer as a command. */
public final class Fuzz {
    private static final int FAULTY = 1;
    private static final int USAGE = 2;

    private Fuzz() {}

    public static void main(String[] arguments) throws Exception {
        FuzzPlan plan;
        try {
            plan = FuzzPlan.of(List.of(arguments), System.getenv(), System.nanoTime());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(FuzzPlan.USAGE);
            System.exit(USAGE);
            return;
        }
        System.err.printf("seed %d for %d seconds%n", plan.seed(), plan.time().toSeconds());
        Wire wire = new Wire(plan.service());
        Fuzzer fuzzer = new Fuzzer(wire, Description.read(wire), plan.tokens(), plan.leftOut(), plan.seed());
        plan.known().forEach(fuzzer::knowing);
        fuzzer.run(Integer.MAX_VALUE, plan.time());
        System.out.print(fuzzer);
        System.exit(fuzzer.faults().isEmpty() ? 0 : FAULTY);
    }
}
