package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.Secret;
import io.tenderhub.account.TokenMint;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys by which programs act for a team. */
public final class ApiKeys {
    /** More than anybody uses, and few enough to be listed. */
    private static final int MOST = 100;

    private static final int LONGEST_NAME = 100;

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final TokenMint mint;

    /** @param random which nobody can foresee */
    public ApiKeys(UnitOfWork unitOfWork, Clock clock, SecureRandom random) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.clock = requireNonNull(clock);
        this.mint = new TokenMint(random);
    }

    /** Whether this is meant to be an API key rather than a session's token; not whether it counts. */
    public static boolean isOne(Secret shown) {
        return shown.reveal().startsWith(ApiKeyText.START);
    }

    /**
     * Makes a key. What it may do stays, whatever becomes of the member who made it, until it is revoked.
     *
     * @param name for people, 1 to 100 characters
     * @param scopes at least one, each of which the actor has himself
     * @return the key with its text, which is had only here
     * @throws InvalidInputException if the name or the scopes are not so
     * @throws NotAllowedException if the actor may not manage keys, or not do what the key could
     * @throws LimitReachedException if the team has a hundred that are not revoked
     */
    public MadeApiKey make(Actor actor, String name, Set<Permission> scopes) {
        requireValid(name.strip(), scopes);
        ApiKeyText text = new ApiKeyText(actor.team(), mint.id(8), mint.secret());
        return TeamWork.on(unitOfWork, actor, Permission.MANAGE_API_KEYS, work -> {
            scopes.forEach(work.actor()::require);
            if (work.transaction().apiKeys().all().stream()
                            .filter(key -> !key.isRevoked())
                            .count()
                    >= MOST) {
                throw new LimitReachedException("API keys", MOST);
            }
            ApiKey key = new ApiKey(
                    text.key(),
                    name.strip(),
                    TokenMint.hash(text.letters()),
                    scopes,
                    work.actor().name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    Optional.empty());
            work.transaction().apiKeys().insert(key);
            work.record("api-key.made", key.id(), Map.of(), shown(key));
            return new MadeApiKey(key, text.text());
        });
    }

    /** As {@link #make}, for whoever needs the text alone. */
    public Secret create(Actor actor, String name, Set<Permission> scopes) {
        return make(actor, name, scopes).text();
    }

    private static void requireValid(String name, Set<Permission> scopes) {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new FieldProblem(
                    "name", "must have 1 to " + LONGEST_NAME + " characters and no control characters"));
        }
        if (scopes.isEmpty()) {
            problems.add(new FieldProblem("scopes", "must name at least one"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("API key", problems);
        }
    }

    /** In the order they were made, also revoked ones. */
    public List<ApiKey> list(Actor actor) {
        actor.require(Permission.MANAGE_API_KEYS);
        return unitOfWork.<List<ApiKey>>forTeam(
                actor.team(), transaction -> transaction.apiKeys().all());
    }

    /**
     * Makes a key of no use from now on. Nothing happens if it is so already.
     *
     * @throws NotFoundException if there is none with this id
     * @throws NotAllowedException if the actor may not manage keys
     */
    public void revoke(Actor actor, String id) {
        TeamWork.<Boolean>on(unitOfWork, actor, Permission.MANAGE_API_KEYS, work -> {
            ApiKey key = work.transaction().apiKeys().find(id).orElseThrow(() -> new NotFoundException("API key", id));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (work.transaction().apiKeys().revoke(id, now)) {
                work.record("api-key.revoked", id, shown(key), Map.of());
            }
            return true;
        });
    }

    /**
     * Who shows this key.
     *
     * @throws NotAuthenticatedException if it is none that counts, whatever the reason
     */
    public Actor authenticate(Secret text) {
        ApiKeyText shown = ApiKeyText.read(text).orElseThrow(ApiKeys::refused);
        return unitOfWork
                .<Optional<ApiKey>>forTeam(shown.team(), transaction -> {
                    // Asked whether the team is there or not, so that the time tells nobody.
                    Optional<ApiKey> key = transaction.apiKeys().find(shown.key());
                    return transaction
                            .team()
                            .find()
                            .filter(team -> team.state() == Team.State.ACTIVE)
                            .flatMap(team -> key);
                })
                .filter(key -> TokenMint.matches(shown.letters(), key.keyHash()) && !key.isRevoked())
                .map(key -> Actor.ofApiKey(shown.team(), key.id(), key.scopes()))
                .orElseThrow(ApiKeys::refused);
    }

    private static Map<String, String> shown(ApiKey key) {
        return Map.of(
                "name",
                key.name(),
                "scopes",
                key.scopes().stream().sorted().map(Permission::code).collect(Collectors.joining(" ")));
    }

    private static NotAuthenticatedException refused() {
        return new NotAuthenticatedException("this API key does not count");
    }
}
