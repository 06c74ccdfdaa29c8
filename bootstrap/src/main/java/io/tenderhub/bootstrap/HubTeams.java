package io.tenderhub.bootstrap;

import io.tenderhub.mongo.MongoAdapter;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.redis.RedisAdapter;
import io.tenderhub.team.Plans;
import io.tenderhub.team.TeamRegistration;
import java.security.SecureRandom;
import java.time.Clock;

/** What concerns users and teams, composed. */
record HubTeams(Plans plans, TeamRegistration registration) {

    static HubTeams of(PostgresAdapter postgres, MongoAdapter mongo, RedisAdapter redis, Clock clock) {
        Plans plans = Plans.standard();
        SecureRandom random = new SecureRandom();
        return new HubTeams(
                plans,
                new TeamRegistration(
                        postgres.unitOfWork(),
                        plans,
                        mongo.derivedTeamData(),
                        redis.volatileTeamData(),
                        clock,
                        random));
    }
}
