package io.tenderhub.http.routes;

import io.tenderhub.cache.Answer;
import io.tenderhub.http.endpoint.Reply;
import io.tenderhub.json.SearchJson;
import io.tenderhub.search.SearchAnswer;

/**
 * The answer to a search. Each has a name of its own; so that who has the rest already need not be sent it again, the name stands in a
 * header as well, and the tag is that of the rest.
 */
final class FoundTenders {
    static final String ID = "Search-Id";

    private FoundTenders() {}

    static Reply of(Answer<SearchAnswer> answer) {
        Answer<SearchAnswer> rest = answer.map(SearchAnswer::withoutId);
        Reply reply = Reply.ok(json -> SearchJson.write(json, answer)).taggedAs(json -> SearchJson.write(json, rest));
        return answer.value().id().map(id -> reply.with(ID, id.value())).orElse(reply);
    }
}
