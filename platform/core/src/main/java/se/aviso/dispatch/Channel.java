package se.aviso.app.member;

/** How a member wants documents; the order is the code in the database. */
public enum Channel {
    EMAIL,
    LETTER
}
