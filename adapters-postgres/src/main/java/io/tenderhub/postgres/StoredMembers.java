package io.tenderhub.postgres;

import io.tenderhub.account.UserId;
import io.tenderhub.team.Member;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A row for each member of one team. */
final class StoredMembers implements MemberRepository {
    private static final String SUBJECT = "members";
    private final TeamScope scope;
    private final String table;
    private final String select;

    StoredMembers(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().members();
        this.select = "SELECT user_id, role, joined_at FROM " + table + " WHERE team_id = :team";
    }

    @Override
    public List<Member> all() {
        return scope.rows(SUBJECT, select + " ORDER BY joined_at, user_id", (row, context) -> read(row));
    }

    @Override
    public Optional<Member> find(UserId user) {
        return scope.row(SUBJECT, select + " AND user_id = :key", user.value(), (row, context) -> read(row));
    }

    @Override
    public int count() {
        return scope.count(SUBJECT, table);
    }

    @Override
    public void save(Member member) {
        scope.run(
                SUBJECT,
                handle -> handle.createUpdate("INSERT INTO " + table + " (team_id, user_id, role, joined_at)"
                                + " VALUES (:team, :user, :role, :joined::timestamptz)"
                                + " ON CONFLICT (team_id, user_id) DO UPDATE SET role = excluded.role")
                        .bind("team", scope.team().value())
                        .bind("user", member.user().value())
                        .bind("role", member.role().code())
                        .bind("joined", Times.text(member.joinedAt()))
                        .execute());
    }

    @Override
    public boolean remove(UserId user) {
        return scope.delete(SUBJECT, table, "user_id", user.value());
    }

    private static Member read(ResultSet row) throws SQLException {
        return new Member(new UserId(row.getString("user_id")), role(row), Times.read(row, "joined_at"));
    }

    static Role role(ResultSet row) throws SQLException {
        String code = row.getString("role");
        return Role.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("a stored role can't be read: none is called " + code));
    }
}
