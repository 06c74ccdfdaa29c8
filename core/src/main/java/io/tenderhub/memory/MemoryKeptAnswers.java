package io.tenderhub.memory;

import io.tenderhub.idempotency.KeptAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MemoryKeptAnswers implements KeptAnswers {
    /** @param answer empty while the holder is at work */
    private record Row(
            String fingerprint, String holder, Instant claimedUntil, Optional<byte[]> answer, Instant expiresAt) {}

    private final Clock clock;
    private final Map<String, Row> rows = new HashMap<>();

    MemoryKeptAnswers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(String id, String fingerprint, String holder, Duration lease, Duration kept) {
        Instant now = clock.instant();
        Row row = rows.get(id);
        if (row == null || isOver(row, now) || hasLapsed(row, fingerprint, now)) {
            rows.put(id, new Row(fingerprint, holder, now.plus(lease), Optional.empty(), now.plus(kept)));
            return new Taken();
        }
        return row.answer()
                .<Claim>map(answer -> new Kept(row.fingerprint(), answer.clone()))
                .orElseGet(() -> new Running(row.fingerprint()));
    }

    private static boolean isOver(Row row, Instant now) {
        return !now.isBefore(row.expiresAt());
    }

    private static boolean hasLapsed(Row row, String fingerprint, Instant now) {
        return row.answer().isEmpty()
                && !now.isBefore(row.claimedUntil())
                && row.fingerprint().equals(fingerprint);
    }

    @Override
    public synchronized boolean keep(String id, String holder, byte[] answer, Duration kept) {
        Row row = rows.get(id);
        if (row == null || !isHeldBy(row, holder)) {
            return false;
        }
        Instant now = clock.instant();
        rows.put(id, new Row(row.fingerprint(), holder, now, Optional.of(answer.clone()), now.plus(kept)));
        return true;
    }

    @Override
    public synchronized void release(String id, String holder) {
        rows.computeIfPresent(id, (key, row) -> isHeldBy(row, holder) ? null : row);
    }

    private static boolean isHeldBy(Row row, String holder) {
        return row.answer().isEmpty() && row.holder().equals(holder);
    }

    @Override
    public synchronized int purge(int most) {
        Instant now = clock.instant();
        List<String> over = rows.entrySet().stream()
                .filter(row -> isOver(row.getValue(), now))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(rows::remove);
        return over.size();
    }
}
