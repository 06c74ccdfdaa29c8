package io.tenderhub.http.routes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenderhub.cache.Answer;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.json.DetailsJson;

/**
 * Tenders as they are sent, kept for as long as the very same object is answered: who reads it from the cache again and again gets the
 * same bytes without their being written anew. Whether an object is still the right answer is not decided here.
 */
final class RenderedTenders {
    private static final int MOST_BYTES = 32 << 20;
    /** What a reply takes besides its body. */
    private static final int FRAME = 500;

    private final Cache<TenderDetails, Reply> replies = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(MOST_BYTES)
            .weigher((TenderDetails details, Reply reply) -> FRAME + reply.length())
            .executor(Runnable::run)
            .build();

    Reply of(Answer<TenderDetails> answer) {
        if (answer.isStale()) {
            return Staleness.told(answer, Reply.ok(json -> DetailsJson.write(json, answer)));
        }
        TenderDetails details = answer.value();
        Reply known = replies.getIfPresent(details);
        if (known != null) {
            return known;
        }
        Reply made = Reply.ok(json -> DetailsJson.write(json, details)).tagged();
        replies.put(details, made);
        return made;
    }
}
