package se.aviso.dunning;

/** How a hand-over file to a collector is written; the order is the code in the database. */
public enum CollectorFormat {
    CSV,
    JSON
}
