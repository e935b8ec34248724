package se.aviso.link;

/** How a link stands at a point in time. */
public enum LinkState {
    VALID,
    /** It opened once what it opens once. */
    USED,
    EXPIRED,
    /** Somebody took it back, or a newer one has taken its place. */
    REVOKED
}
