package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.account.SessionToken;
import io.tenderhub.account.UserId;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheRegion;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedisKeysTest {
    private static final TeamId ACME = new TeamId("acme");

    private final RedisKeys keys = new RedisKeys(NamePrefix.DEFAULT);

    @Test
    void namesAnswersAsDocumented() {
        assertThat(keys.answer(key("top-five", Optional.of(ACME), "5", CacheTag.team(ACME))))
                .isEqualTo("tenderhub:team:{acme}:top-five:5");
        assertThat(keys.answer(key("details", Optional.empty(), "x", CacheTag.tender("ocds-9t57fa-136656"))))
                .isEqualTo("tenderhub:tender:{ocds-9t57fa-136656}:details:x");
        assertThat(keys.answer(key("search", Optional.empty(), "q=water", CacheTag.SEARCHES)))
                .isEqualTo("tenderhub:search:q=water");
        assertThat(new RedisKeys(new NamePrefix("hub2")).answer(key("search", Optional.empty(), "q")))
                .isEqualTo("hub2:search:q");
    }

    @Test
    void namesGenerationsAsDocumentedAndInOneOrder() {
        List<CacheTag> tags = List.of(CacheTag.tender("ocds-1"), CacheTag.team(ACME), CacheTag.SEARCHES);

        assertThat(keys.generations(tags))
                .containsExactly(
                        "tenderhub:generation:{searches}",
                        "tenderhub:team:{acme}:generation",
                        "tenderhub:tender:{ocds-1}:generation");
        assertThat(keys.generations(List.of(tags.get(2), tags.get(0), tags.get(1))))
                .isEqualTo(keys.generations(tags));
    }

    @Test
    void namesWhatTeamsAndUsersHaveAsDocumented() {
        UserId jo = new UserId("jo");
        SessionToken token = SessionToken.create(jo, new Random(1));

        assertThat(keys.quotas(ACME)).isEqualTo("tenderhub:team:{acme}:quotas");
        assertThat(keys.rate("user:jo", "search")).isEqualTo("tenderhub:rate:{user%3Ajo}:search");
        assertThat(keys.sessions(jo)).isEqualTo("tenderhub:user:{jo}:sessions");
        assertThat(keys.session(token)).isEqualTo("tenderhub:user:{jo}:session:" + token.hash());
        assertThat(keys.generations(List.of(CacheTag.workspace(ACME))))
                .containsExactly("tenderhub:team:{acme}:workspace-generation");
    }

    @Test
    void noTwoThingsShareAKey() {
        List<String> names =
                List.of("a", "A", "", " ", "{a}", "a}:b", "#a", "a:generation", "\u5de5\u4e8b", "x".repeat(500));
        List<String> all = new ArrayList<>();
        all.addAll(keys.generations(List.of(CacheTag.team(ACME), CacheTag.workspace(ACME))));
        all.add(keys.quotas(ACME));
        for (String name : names) {
            all.add(keys.rate(name, "search"));
            all.addAll(keys.generations(List.of(new CacheTag(name), CacheTag.tender(name))));
            for (String region : List.of("search", "quotas", "workspace-generation")) {
                all.add(keys.answer(key(region, Optional.empty(), name)));
                all.add(keys.answer(key(region, Optional.of(ACME), name)));
                for (String ocid : names) {
                    all.add(keys.answer(key(region, Optional.empty(), name, CacheTag.tender(ocid))));
                }
            }
        }

        assertThat(all).doesNotHaveDuplicates().allMatch(key -> key.length() < 2000);
    }

    @Test
    void refusesARegionThatWouldStandWhereTeamsStand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.answer(key("team", Optional.empty(), "{acme}:top-five:5")));
    }

    private static CacheKey<String> key(String region, Optional<TeamId> owner, String id, CacheTag... tags) {
        return new CacheKey<>(new CacheRegion<>(region, String.class, Duration.ofHours(1)), owner, id, Set.of(tags));
    }
}
