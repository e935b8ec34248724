package se.aviso.app.pickup;

/** By which way bank files come; the order is the code in the database. */
public enum SourceKind {
    /** An operator hands them in. */
    UPLOAD,
    /** They are laid into the watched folder. */
    FOLDER,
    /** They are fetched from a server. */
    SFTP
}
