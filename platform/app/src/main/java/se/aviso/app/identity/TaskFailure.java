package se.aviso.app.identity;

/** Why a task failed; the order is that of the database and never changes. */
public enum TaskFailure {
    /** The provider did not answer, or not as one that is well. */
    UNREACHABLE,
    /** The provider does not let us do it. */
    NOT_ALLOWED,
    /** The provider says that it cannot be done so. */
    REFUSED,
    /** The provider could not send its mail. */
    MAIL_NOT_SENT,
    /** The account is shut at the provider. */
    ACCOUNT_SHUT,
    /** The provider has no such account. */
    ACCOUNT_UNKNOWN,
    /** The provider has no such identity provider. */
    LINK_UNKNOWN;

    /** True when trying again may help; what is refused today is refused tomorrow. */
    boolean mayPass() {
        return switch (this) {
            case UNREACHABLE, NOT_ALLOWED, MAIL_NOT_SENT -> true;
            case REFUSED, ACCOUNT_SHUT, ACCOUNT_UNKNOWN, LINK_UNKNOWN -> false;
        };
    }
}
