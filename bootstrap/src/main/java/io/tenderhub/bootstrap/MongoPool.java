package io.tenderhub.bootstrap;

import com.mongodb.event.ConnectionCheckOutFailedEvent;
import com.mongodb.event.ConnectionCheckOutStartedEvent;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import io.tenderhub.operation.PoolUse;
import io.tenderhub.operation.StoreJournal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the pools of MongoDB tell; a replica set has one for each member, which are added up. */
final class MongoPool implements ConnectionPoolListener {
    private final StoreJournal journal;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param most connections to one member */
    MongoPool(StoreJournal journal, int most) {
        this.journal = journal;
        this.most = most;
    }

    PoolUse use() {
        int used = Math.max(0, active.get());
        return new PoolUse(used, Math.max(0, open.get() - used), Math.max(0, waiting.get()), most);
    }

    @Override
    public void connectionCheckOutStarted(ConnectionCheckOutStartedEvent event) {
        waiting.incrementAndGet();
    }

    @Override
    public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
        waiting.decrementAndGet();
        active.incrementAndGet();
        journal.waited(Duration.ofNanos(event.getElapsedTime(TimeUnit.NANOSECONDS)), true);
    }

    @Override
    public void connectionCheckOutFailed(ConnectionCheckOutFailedEvent event) {
        waiting.decrementAndGet();
        journal.waited(Duration.ofNanos(event.getElapsedTime(TimeUnit.NANOSECONDS)), false);
    }

    @Override
    public void connectionCheckedIn(ConnectionCheckedInEvent event) {
        active.decrementAndGet();
    }

    @Override
    public void connectionCreated(ConnectionCreatedEvent event) {
        open.incrementAndGet();
    }

    @Override
    public void connectionClosed(ConnectionClosedEvent event) {
        open.decrementAndGet();
    }
}
