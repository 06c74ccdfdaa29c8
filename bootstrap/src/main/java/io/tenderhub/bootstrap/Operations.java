package io.tenderhub.bootstrap;

import io.tenderhub.consistency.CheckOptions;
import io.tenderhub.consistency.CheckReport;
import io.tenderhub.consistency.RebuildResult;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.schedule.JobScheduler;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that takes longer than anybody waits for an answer: done on a thread of its own, one of a kind at a time, and told of
 * afterwards. What it does goes on where it was ended when it is asked for again; what is told of it here is gone with the hub
 * that does it, and no other node knows it. Safe for many threads.
 */
public final class Operations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final int KEPT = 50;
    private static final int REBUILT_TOGETHER = 250;
    private static final long LONGEST_END_MILLIS = 10_000;

    private final Upkeep upkeep;
    private final JobScheduler jobs;
    private final Clock clock;
    private final Map<String, Operation> byId = new LinkedHashMap<>();
    private final Map<String, Thread> running = new LinkedHashMap<>();
    private boolean closed;

    Operations(Upkeep upkeep, JobScheduler jobs, Clock clock) {
        this.upkeep = upkeep;
        this.jobs = jobs;
        this.clock = clock;
    }

    private interface Work {
        void run(String id);
    }

    /**
     * Begins a consistency check.
     *
     * @throws ConflictException if one is under way here
     */
    public Operation check(CheckOptions options) {
        return begin("check", id -> {
            CheckReport report = upkeep.checker().check(options, finding -> {});
            change(id, operation -> operation.withReport(report));
        });
    }

    /**
     * Begins a rebuild, or goes on with one that was ended.
     *
     * @param restart begins in any case
     * @throws ConflictException if one is under way here
     */
    public Operation rebuild(boolean restart) {
        return begin("rebuild", id -> {
            RebuildResult result = upkeep.rebuild()
                    .run(restart, REBUILT_TOGETHER, soFar -> change(id, operation -> operation.withRebuilt(soFar)));
            change(id, operation -> operation.withRebuilt(result));
        });
    }

    /**
     * Begins a job out of its time.
     *
     * @throws NotFoundException if there is no such job
     * @throws ConflictException if it is being done now
     */
    public Operation job(String name) {
        boolean busy = jobs.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("job", name))
                .running();
        if (busy) {
            throw new ConflictException("the job " + name + " is being done now");
        }
        return begin("job " + name, id -> {
            String line = jobs.runNow(name);
            change(id, operation -> operation.saying(line));
        });
    }

    public synchronized Optional<Operation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The latest ones, the newest first. */
    public synchronized List<Operation> list() {
        List<Operation> all = new ArrayList<>(byId.values());
        Collections.reverse(all);
        return all;
    }

    private synchronized Operation begin(String kind, Work work) {
        if (closed || running.containsKey(kind)) {
            throw new ConflictException(
                    closed ? "this node is ending" : "a " + kind + " is under way; wait until it has ended");
        }
        Operation operation = Operation.begun(UUID.randomUUID().toString(), kind, clock.instant());
        byId.put(operation.id(), operation);
        forgetOldest();
        Thread thread = new Thread(() -> toItsEnd(operation, work), "operation-" + kind.replace(' ', '-'));
        thread.setDaemon(true);
        running.put(kind, thread);
        thread.start();
        return operation;
    }

    private void forgetOldest() {
        if (byId.size() > KEPT) {
            byId.values().stream()
                    .filter(operation -> operation.state() != Operation.State.RUNNING)
                    .findFirst()
                    .ifPresent(oldest -> byId.remove(oldest.id()));
        }
    }

    private void toItsEnd(Operation operation, Work work) {
        Operation.State how = Operation.State.FAILED;
        try {
            work.run(operation.id());
            how = Operation.State.DONE;
        } catch (TenderHubException e) {
            LOG.warn("{} failed: {}", operation.kind(), e.getMessage());
            change(
                    operation.id(),
                    now -> now.saying(
                            e instanceof UnavailableException
                                    ? "a store did not answer; begin it again, and it goes on from there"
                                    : String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // Whatever goes wrong ends this work alone; who asked for it is told that it did, and the log why.
            LOG.error("{} failed", operation.kind(), e);
            change(operation.id(), now -> now.saying("a fault of the service; the log of this node tells more"));
        } finally {
            end(operation, how);
        }
    }

    private synchronized void end(Operation operation, Operation.State how) {
        running.remove(operation.kind());
        change(operation.id(), now -> now.ended(how, clock.instant()));
    }

    private synchronized void change(String id, UnaryOperator<Operation> change) {
        byId.computeIfPresent(id, (key, now) -> change.apply(now));
    }

    /** Ends what is under way; it goes on where it is when it is begun again. */
    @Override
    public void close() {
        List<Thread> threads;
        synchronized (this) {
            closed = true;
            threads = List.copyOf(running.values());
        }
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(LONGEST_END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
