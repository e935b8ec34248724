package se.aviso.app.identity;

import java.util.Optional;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;

/** How far the invitation of a user has come. */
public record Invitation(State state, Optional<TaskFailure> failure) {
    /** The latest task that invites the user {@code u}, to be joined to a query that has it. */
    public static final String JOIN =
            " left join lateral (select i.state as invitation, i.failure as invitation_failure "
                    + "from identity_task i where i.tenant_id = u.tenant_id and i.user_id = u.id and i.kind = "
                    + Codes.of(TaskKind.INVITATION) + " order by i.id desc limit 1) invited on true ";

    /** Its columns. */
    public static final String COLUMNS = ", invited.invitation, invited.invitation_failure ";

    /** What has become of it. */
    public enum State {
        /** The mail is about to be sent. */
        INVITED,
        /** The identity provider has sent its mail, or knows the person already. */
        SENT,
        /** It was given up. */
        FAILED
    }

    /** The invitation in a row with {@link #COLUMNS}; none where nobody was invited. */
    public static Optional<Invitation> of(Row row) {
        return row.optionalInteger("invitation")
                .map(state -> new Invitation(
                        seen(Codes.constant(TaskState.class, state)),
                        row.optionalInteger("invitation_failure")
                                .map(failure -> Codes.constant(TaskFailure.class, failure))));
    }

    private static State seen(TaskState state) {
        return switch (state) {
            case WAITING, WORKING -> State.INVITED;
            case DONE -> State.SENT;
            case FAILED -> State.FAILED;
        };
    }
}
