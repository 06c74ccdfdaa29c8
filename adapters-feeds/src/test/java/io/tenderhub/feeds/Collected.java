package io.tenderhub.feeds;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler.CompiledSink;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reading gave. */
final class Collected implements FeedSink, CompiledSink {
    final List<Tender> tenders = new ArrayList<>();
    final List<String> compiled = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    FeedTotals totals = new FeedTotals(0, 0, 0);

    static Collected inOrder(byte[] bytes) {
        return inOrder(List.of(stream(bytes)));
    }

    static Collected inOrder(String text) {
        return inOrder(text.getBytes(StandardCharsets.UTF_8));
    }

    static Collected inOrder(List<FeedInput> inputs) {
        Collected collected = new Collected();
        collected.totals = FeedsAdapter.builder().build().releaseFeed().readInOrder(inputs, collected);
        return collected;
    }

    static Collected merged(FeedsAdapter adapter, String text) {
        Collected collected = new Collected();
        collected.totals =
                adapter.releaseFeed().readMerged(List.of(stream(text.getBytes(StandardCharsets.UTF_8))), collected);
        return collected;
    }

    static Collected compiled(FeedsAdapter adapter, String text) {
        Collected collected = new Collected();
        collected.totals =
                adapter.releaseCompiler().compile(List.of(stream(text.getBytes(StandardCharsets.UTF_8))), collected);
        return collected;
    }

    static FeedInput stream(byte[] bytes) {
        return new FeedInput.Stream("in", new ByteArrayInputStream(bytes));
    }

    /** A release with single quotes made double. */
    static String release(String ocid) {
        return "{\"ocid\":\"" + ocid + "\",\"id\":\"1\",\"date\":\"2024-01-02T00:00:00Z\",\"tag\":[\"tender\"],"
                + "\"tender\":{\"id\":\"t\",\"title\":\"" + ocid + "\"}}";
    }

    List<String> ocids() {
        return tenders.stream().map(Tender::ocid).toList();
    }

    List<String> positions() {
        return tenders.stream().map(tender -> tender.source().position()).toList();
    }

    List<String> rejectLines() {
        return rejects.stream().map(Reject::toString).toList();
    }

    @Override
    public void tender(Tender tender) {
        tenders.add(tender);
    }

    @Override
    public void compiledRelease(String ocid, byte[] json) {
        compiled.add(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }
}
