package io.tenderhub.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** What Redis does as one step. The keys of one call are in one slot. */
final class Script {
    private final String text;
    private final String digest;

    record Call(List<String> keys, List<String> arguments) {}

    Script(String text) {
        this.text = text;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            this.digest = HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** In one round trip; in two where a server does not know the script yet. */
    @Nullable
    Object run(UnifiedJedis client, Call call) {
        try {
            return client.evalsha(digest, call.keys(), call.arguments());
        } catch (JedisNoScriptException e) {
            return client.eval(text, call.keys(), call.arguments());
        }
    }

    List<@Nullable Object> run(UnifiedJedis client, List<Call> calls) {
        return run(client, calls, pipeline -> {});
    }

    /**
     * In one round trip; in two where a server does not know the script yet.
     *
     * @param before comes first in the same round trip
     * @return the replies in the order of the calls
     */
    List<@Nullable Object> run(UnifiedJedis client, List<Call> calls, Consumer<AbstractPipeline> before) {
        List<@Nullable Object> replies = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        try (AbstractPipeline pipeline = client.pipelined()) {
            before.accept(pipeline);
            List<Response<Object>> sent = calls.stream()
                    .map(call -> pipeline.evalsha(digest, call.keys(), call.arguments()))
                    .toList();
            pipeline.sync();
            for (Response<Object> response : sent) {
                try {
                    replies.add(response.get());
                } catch (JedisNoScriptException e) {
                    unknown.add(replies.size());
                    replies.add(null);
                }
            }
        }
        if (!unknown.isEmpty()) {
            try (AbstractPipeline pipeline = client.pipelined()) {
                List<Response<Object>> sent = unknown.stream()
                        .map(calls::get)
                        .map(call -> pipeline.eval(text, call.keys(), call.arguments()))
                        .toList();
                pipeline.sync();
                for (int i = 0; i < sent.size(); i++) {
                    replies.set(unknown.get(i), sent.get(i).get());
                }
            }
        }
        return replies;
    }
}
