package se.aviso.accounting;

/** Why an export could not be decided. Kept by number: the order never changes. */
public enum Hindrance {
    /** The rules failed, or what they answered is no answer to what was asked. */
    FAILED,
    /** They did not come back in their time. */
    HUNG,
    /** As many calls of their plugin as there may be were under way. */
    BUSY,
    /** Their plugin rests after failures. */
    RESTING,
    /** Too many calls of their plugin hang. */
    OFF,
    /** The plugin that has them does not run here. */
    MISSING,
    /** It was no fault of the rules: the log says what. */
    INTERNAL
}
