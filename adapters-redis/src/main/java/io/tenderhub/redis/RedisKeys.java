package io.tenderhub.redis;

import io.tenderhub.account.SessionToken;
import io.tenderhub.account.UserId;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.cache.CacheKey;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.team.TeamId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of keys. Different things never share a name. */
final class RedisKeys {
    private static final String TENDER = "tender:";
    private static final String TEAM = "team:";
    private static final String WORKSPACE = "workspace:";
    private static final Set<String> TAKEN = Set.of(
            "team",
            "tender",
            "generation",
            "era",
            "lock",
            "fence",
            "lock-owner",
            "loading",
            "popular",
            "analytics",
            "notifications",
            "rate",
            "user");
    private static final String READABLE_ID = "[!-~&&[^#]][!-~]{0,119}";
    private static final int LONGEST_SLOT = 120;
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,120}");

    private final NamePrefix prefix;

    RedisKeys(NamePrefix prefix) {
        this.prefix = prefix;
    }

    /** Where the answer is kept. */
    String answer(CacheKey<?> key) {
        return group(key) + ":" + id(key.id());
    }

    private String group(CacheKey<?> key) {
        String region = key.region().name();
        if (key.owner().isPresent()) {
            return prefix + ":team:{" + key.owner().get().value() + "}:" + region;
        }
        List<String> tenders = key.tags().stream()
                .map(CacheTag::name)
                .filter(name -> name.startsWith(TENDER))
                .toList();
        if (tenders.size() == 1) {
            return prefix + ":tender:{" + encoded(tenders.get(0).substring(TENDER.length())) + "}:" + region;
        }
        if (TAKEN.contains(region)) {
            throw new IllegalArgumentException("a region of public answers can't be named " + region);
        }
        return prefix + ":" + region;
    }

    /** Long or unprintable ids become their hash, marked by a sign that no readable one begins with. */
    private static String id(String id) {
        return id.matches(READABLE_ID) ? id : "#" + hash(id);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where the generations of the tags are kept, in a fixed order. */
    List<String> generations(Collection<CacheTag> tags) {
        return tags.stream().map(CacheTag::name).sorted().map(this::generation).toList();
    }

    /** Ends with each invalidation, of whatever tags. */
    String era() {
        return prefix + ":era";
    }

    /** Where a node claims to load an answer under these generations. */
    String loading(String answerKey, String generations) {
        return prefix + ":loading:" + hash(answerKey + "\n" + generations);
    }

    String lock(String name) {
        return prefix + ":lock:{" + slot(name) + "}";
    }

    /** In the slot of the lock. */
    String fence(String name) {
        return prefix + ":fence:{" + slot(name) + "}";
    }

    String lockOwner(String id) {
        return prefix + ":lock-owner:" + encoded(id);
    }

    /** In one slot with the other days. */
    String popularOn(LocalDate day) {
        return prefix + ":popular:{days}:" + day;
    }

    /** The sum of the days that count on this one. */
    String popularUntil(LocalDate day) {
        return prefix + ":popular:{days}:until:" + day;
    }

    String spendBoard(SpendDimension by, String currency) {
        return prefix + ":analytics:{" + slot(currency) + "}:spend-by-" + by.code();
    }

    /** What a team has used of all its quotas, in one key, so that it can be removed without looking for it. */
    String quotas(TeamId team) {
        return prefix + ":team:{" + team + "}:quotas";
    }

    /** @throws IllegalArgumentException if the endpoint is no word */
    String rate(String subject, String endpoint) {
        requireWord("an endpoint", endpoint);
        String slot = slot(subject);
        return prefix + ":rate:{" + (slot.length() <= LONGEST_SLOT ? slot : "#" + hash(subject)) + "}:" + endpoint;
    }

    /** The field of what is counted in a period. */
    String quota(String quota, QuotaRule rule, LocalDate firstDay) {
        requireWord("a quota", quota);
        return quota + ":" + rule.per().code() + ":" + firstDay;
    }

    private static void requireWord(String what, String name) {
        if (!WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " is named by a-z and -, not '" + name + "'");
        }
    }

    String session(SessionToken token) {
        return prefix + ":user:{" + token.user() + "}:session:" + token.hash();
    }

    /** In the slot of the user's sessions. */
    String sessions(UserId user) {
        return prefix + ":user:{" + user + "}:sessions";
    }

    /** A channel, not a key. */
    String notifications(Optional<TeamId> team) {
        return team.map(id -> prefix + ":team:{" + id + "}:notifications").orElse(prefix + ":notifications");
    }

    /** In the slot of the team. */
    String news(Optional<TeamId> team) {
        return team.map(id -> prefix + ":team:{" + id + "}:news").orElse(prefix + ":notifications:{news}");
    }

    /** Empty braces decide no slot; no encoded text is a lone percent sign. */
    private static String slot(String name) {
        return name.isEmpty() ? "%" : encoded(name);
    }

    private String generation(String tag) {
        return afterWord(TENDER, TENDER, tag)
                .or(() -> afterWord(TEAM, TEAM, tag))
                .map(group -> group + ":generation")
                .or(() -> afterWord(WORKSPACE, TEAM, tag).map(group -> group + ":workspace-generation"))
                .orElseGet(() -> prefix + ":generation:{" + encoded(tag) + "}");
    }

    private Optional<String> afterWord(String word, String group, String tag) {
        return tag.startsWith(word)
                ? Optional.of(prefix + ":" + group + "{" + encoded(tag.substring(word.length())) + "}")
                : Optional.empty();
    }

    /** Without braces and colons, which part the names of keys. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
