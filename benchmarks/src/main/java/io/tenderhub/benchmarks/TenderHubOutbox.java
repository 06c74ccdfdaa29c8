package io.tenderhub.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventRelay;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.event.RelayOptions;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.postgres.PostgresAdapter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The hub's own outbox and relay, as it is composed. */
final class TenderHubOutbox implements OutboxSide {
    private static final NamePrefix PREFIX = new NamePrefix("bench");

    private final HikariDataSource database;
    private final PostgresAdapter adapter;
    private final RelayOptions options;
    private final Arrivals arrivals = new Arrivals();
    private final List<Runnable> ends = new ArrayList<>();

    TenderHubOutbox(HikariDataSource database, RelayOptions options) {
        this.database = database;
        this.adapter = PostgresAdapter.builder(database).prefix(PREFIX).build();
        this.options = options;
        adapter.migrate();
    }

    @Override
    public String name() {
        return "EventRelay";
    }

    @Override
    public void clear() {
        Statements.run(database, "TRUNCATE " + PREFIX + "_outbox");
        arrivals.reset();
    }

    @Override
    public void append(int events) {
        for (int done = 0; done < events; done += Payload.TRANSACTION) {
            int from = done;
            adapter.unitOfWork().<Boolean>forSystem(transaction -> {
                List<DomainEvent> batch = new ArrayList<>();
                for (int n = from; n < Math.min(events, from + Payload.TRANSACTION); n++) {
                    batch.add(event(n));
                }
                transaction.outbox().append(batch);
                return true;
            });
        }
    }

    private static DomainEvent event(int n) {
        return new DomainEvent(
                EventType.TENDER_UPDATED, Payload.aggregate(n), Optional.empty(), Map.of(Payload.NAME, Payload.VALUE));
    }

    @Override
    public void drain(int events) {
        relay().drain();
        if (arrivals.count() != events) {
            throw new IllegalStateException(arrivals.count() + " events came, not " + events);
        }
    }

    @Override
    public void keepWorking() {
        arrivals.time();
        EventRelay relay = relay();
        Thread worker = new Thread(() -> relay.work(adapter.outboxSignal()), "relay");
        worker.start();
        ends.add(() -> {
            relay.stop();
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public long appendAndAwait() throws InterruptedException {
        long[] committing = new long[1];
        adapter.unitOfWork().<Boolean>forSystem(transaction -> {
            transaction.outbox().append(List.of(event(0)));
            committing[0] = System.nanoTime();
            return true;
        });
        return arrivals.next() - committing[0];
    }

    private EventRelay relay() {
        EventHandler nothing = new EventHandler() {
            @Override
            public String name() {
                return "nothing";
            }

            @Override
            public Set<EventType> handles() {
                return EnumSet.allOf(EventType.class);
            }

            @Override
            public boolean takesLong() {
                return false;
            }

            @Override
            public void handle(List<RaisedEvent> events) {
                arrivals.arrive(events.size());
            }
        };
        return new EventRelay(
                adapter.outboxQueue(), List.of(nothing), Clock.systemUTC(), new Random(), options, RelayJournal.NONE);
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
