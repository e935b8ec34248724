package se.aviso.invariant;

/**
 * An invariant.
 *
 * @param proves what holds where nothing is found
 * @param query answers the rows which violate it; a column {@code off_by} says by how many öre
 * @param money true when it is about money: then the server asks it every night
 */
public record Check(String name, String proves, String query, boolean money) {}
