package io.tenderhub.trials;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Many connections at once, each of somebody who asks, thinks and asks again; all by one thread. */
final class Crowd implements Runnable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long LISTENS = TimeUnit.SECONDS.toNanos(20);

    private final URI service;
    private final Description description;
    private final Seeding seeding;
    private final Random random;
    private final int longestThought;
    private final LoadCounts counts = new LoadCounts();
    private final List<Member> members = new ArrayList<>();
    private volatile boolean over;

    /** @param longestThought milliseconds between an answer and the next request, at most */
    Crowd(URI service, Description description, Seeding seeding, int connections, int longestThought, long seed) {
        this.service = service;
        this.description = description;
        this.seeding = seeding;
        this.random = new Random(seed);
        this.longestThought = longestThought;
        for (int n = 0; n < connections; n++) {
            members.add(new Member(Part.of(n), System.nanoTime() + thought()));
        }
    }

    private static final class Member {
        private final Part part;
        private long due;
        private @Nullable Attempt asked;
        private @Nullable Line line;
        private @Nullable SelectionKey key;
        private long since;

        Member(Part part, long due) {
            this.part = part;
            this.due = due;
        }
    }

    private long thought() {
        return TimeUnit.MILLISECONDS.toNanos(random.nextInt(longestThought));
    }

    /** Nobody asks anything new; what was asked is waited for. */
    void goHome() {
        over = true;
    }

    LoadCounts counts() {
        return counts;
    }

    @Override
    public void run() {
        try (Selector selector = Selector.open()) {
            while (true) {
                selector.select(key -> ready((Member) key.attachment()), 20);
                long now = System.nanoTime();
                int waiting = 0;
                for (Member member : members) {
                    look(selector, member, now);
                    waiting += member.asked == null ? 0 : 1;
                }
                if (over && waiting == 0) {
                    members.forEach(Crowd::leave);
                    return;
                }
            }
        } catch (IOException e) {
            counts.failure("the client itself: " + e);
        }
    }

    private void look(Selector selector, Member member, long now) {
        if (member.asked == null) {
            if (!over && now - member.due >= 0) {
                ask(selector, member, now);
            }
        } else if (member.line.isStream()) {
            if (over || now - member.since > LISTENS) {
                counts.events(member.line.events());
                done(member, true);
            }
        } else if (now - member.since > PATIENCE) {
            counts.failure("no answer within a minute, " + member.asked.operation());
            done(member, true);
        }
    }

    private void ask(Selector selector, Member member, long now) {
        member.asked = member.part.next(description, seeding, random);
        member.since = now;
        try {
            if (member.line == null) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(service.getHost(), service.getPort()));
                member.line = new Line(channel, service.getAuthority());
                member.key = channel.register(selector, SelectionKey.OP_CONNECT, member);
            } else {
                member.key.interestOps(SelectionKey.OP_WRITE);
            }
            member.line.ask(member.asked.call());
        } catch (IOException e) {
            fail(member, e);
        }
    }

    private void ready(Member member) {
        try {
            if (member.key.isConnectable() && member.line.channel().finishConnect()) {
                member.key.interestOps(SelectionKey.OP_WRITE);
            }
            if (member.key.isWritable() && !member.line.send()) {
                member.key.interestOps(SelectionKey.OP_READ);
            }
            if (member.key.isReadable()) {
                boolean open = member.line.read();
                if (member.asked == null) {
                    // What is idle the service may close whenever it likes.
                    leave(member);
                } else if (member.line.isWhole()) {
                    counts.answer(member.part, member.asked, member.line, System.nanoTime() - member.since);
                    done(member, !open || member.line.isLast());
                } else if (!open && member.line.isStream()) {
                    counts.events(member.line.events());
                    counts.failure("the service ended a stream");
                    done(member, true);
                } else if (!open) {
                    counts.failure("closed without an answer, " + member.asked.operation());
                    done(member, true);
                }
            }
        } catch (IOException e) {
            fail(member, e);
        }
    }

    private void fail(Member member, IOException e) {
        counts.failure(
                member.asked == null ? "idle: " + e.getMessage() : e.getMessage() + ", " + member.asked.operation());
        done(member, true);
    }

    private void done(Member member, boolean leaves) {
        if (member.line != null && member.line.isStream()) {
            counts.answer(member.part, member.asked, member.line, 0);
        }
        member.asked = null;
        member.due = System.nanoTime() + thought();
        if (leaves) {
            leave(member);
        } else {
            member.key.interestOps(SelectionKey.OP_READ);
        }
    }

    private static void leave(Member member) {
        if (member.line != null) {
            try {
                member.line.channel().close();
            } catch (IOException e) {
                // It is gone either way.
            }
            member.line = null;
        }
    }
}
