package io.tenderhub.team;

import io.tenderhub.account.UserId;
import java.util.List;
import java.util.Optional;

/** The members of one team inside one transaction of the truth, opened for that team. */
public interface MemberRepository {

    /** In the order they joined. */
    List<Member> all();

    Optional<Member> find(UserId user);

    int count();

    /** Adds a member, or changes his role. */
    void save(Member member);

    /** @return false if he is none */
    boolean remove(UserId user);
}
