package se.aviso.app.identity;

/** What can be asked of the identity provider; the order is that of the database and never changes. */
enum TaskKind {
    /** The tenant has its organisation. */
    ORGANISATION,
    /** A user whose account is known is a member of it. */
    MEMBERSHIP,
    /** A user has an account, is a member, and gets a mail to make it theirs. */
    INVITATION,
    /** A user's sessions end. */
    SESSION_END,
    /** An identity provider of the tenant's own is linked to its organisation. */
    PROVIDER_LINK,
    /** The account of somebody who was erased leaves it, and is no more where it belongs to no other. */
    FAREWELL
}
