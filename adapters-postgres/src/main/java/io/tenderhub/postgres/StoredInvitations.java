package io.tenderhub.postgres;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.InvitationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A row for each open invitation of one team. */
final class StoredInvitations implements InvitationRepository {
    private static final String SUBJECT = "invitations";
    private final TeamScope scope;
    private final String table;
    private final String select;

    StoredInvitations(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().invitations();
        this.select = "SELECT id, email, role, token_hash, invited_by, created_at, expires_at FROM " + table
                + " WHERE team_id = :team";
    }

    @Override
    public List<Invitation> all() {
        return scope.rows(SUBJECT, select + " ORDER BY created_at, id", (row, context) -> read(row));
    }

    @Override
    public Optional<Invitation> find(String id) {
        return scope.row(SUBJECT, select + " AND id = :key", id, (row, context) -> read(row));
    }

    @Override
    public void insert(Invitation invitation) {
        scope.run(
                SUBJECT,
                handle -> handle.createUpdate("INSERT INTO " + table
                                + " (team_id, id, email, role, token_hash, invited_by, created_at, expires_at)"
                                + " VALUES (:team, :id, :email, :role, :hash, :by, :created::timestamptz,"
                                + " :expires::timestamptz)")
                        .bind("team", scope.team().value())
                        .bind("id", invitation.id())
                        .bind("email", invitation.email().value())
                        .bind("role", invitation.role().code())
                        .bind("hash", invitation.tokenHash())
                        .bind("by", invitation.by())
                        .bind("created", Times.text(invitation.createdAt()))
                        .bind("expires", Times.text(invitation.expiresAt()))
                        .execute());
    }

    @Override
    public boolean remove(String id) {
        return scope.delete(SUBJECT, table, "id", id);
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                row.getString("id"),
                new EmailAddress(row.getString("email")),
                StoredMembers.role(row),
                row.getString("token_hash"),
                row.getString("invited_by"),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"));
    }
}
