package io.tenderhub.schedule;

import java.util.List;

/**
 * Does jobs when they are due: each by one node at a time, however many nodes have started a scheduler over the same store.
 * A job that became due while no node ran is done when one runs again, once however often it was missed. The job of a node
 * that died is done again by another one. A failed job is tried again with growing pauses, at its next time at the latest.
 *
 * <p>Safe for many threads.
 */
public interface JobScheduler extends AutoCloseable {

    /**
     * Begins to do jobs on threads of its own. A job whose times were changed to earlier ones takes them at once.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store does not answer
     */
    void start();

    /**
     * Does a job on the calling thread, started or not, and keeps its success or failure as if it had been due. Its next time
     * stays, unless that had come.
     *
     * @return what was done, in one line
     * @throws io.tenderhub.failure.NotFoundException if there is no such job
     * @throws io.tenderhub.failure.ConflictException if it is being done now, here or on another node
     * @throws RuntimeException what the job's work threw
     */
    String runNow(String name);

    /** Every job as it stands in the cluster, in the order in which they were given. */
    List<JobStatus> jobs();

    /** Begins no job any more and waits for those that run: for a while, then interrupts them. */
    @Override
    void close();
}
