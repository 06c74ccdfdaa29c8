package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.Logins;
import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.util.Optional;

/**
 * From what a request shows to who acts, for which team. Looked up anew each time, so that a role that was changed, a membership that
 * has ended and a key that was revoked count at once.
 */
public final class Access {
    private final UnitOfWork unitOfWork;
    private final Logins logins;
    private final ApiKeys apiKeys;

    public Access(UnitOfWork unitOfWork, Logins logins, ApiKeys apiKeys) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.logins = requireNonNull(logins);
        this.apiKeys = requireNonNull(apiKeys);
    }

    /**
     * Who shows a session's token or an API key, in a team.
     *
     * @throws NotAuthenticatedException if neither counts
     * @throws NotFoundException if he is not in the team, whether it is there or not
     * @throws io.tenderhub.failure.UnavailableException if a store is away
     */
    public Actor of(Secret shown, TeamId team) {
        if (ApiKeys.isOne(shown)) {
            Actor actor = apiKeys.authenticate(shown);
            if (!actor.team().equals(team)) {
                throw TeamWork.notFound(team);
            }
            return actor;
        }
        User user = logins.authenticate(shown);
        return of(user.id(), team);
    }

    /**
     * A user who has been authenticated, in a team.
     *
     * @throws NotFoundException if he is not in the team, whether it is there or not
     */
    public Actor of(UserId user, TeamId team) {
        return unitOfWork
                .<Optional<Member>>forTeam(team, transaction -> {
                    // Asked whether the team is there or not, so that the time tells nobody.
                    Optional<Member> member = transaction.members().find(user);
                    return transaction
                            .team()
                            .find()
                            .filter(known -> known.state() == Team.State.ACTIVE)
                            .flatMap(known -> member);
                })
                .map(member -> Actor.ofMember(team, user, member.role()))
                .orElseThrow(() -> TeamWork.notFound(team));
    }

    /**
     * Who shows an API key; the key names its team.
     *
     * @throws NotAuthenticatedException if it does not count
     */
    public Actor ofApiKey(Secret text) {
        return apiKeys.authenticate(text);
    }
}
