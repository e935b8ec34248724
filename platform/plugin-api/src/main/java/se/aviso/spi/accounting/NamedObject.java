package se.aviso.spi.accounting;

/**
 * An object of a dimension, such as a cost centre, with its name.
 *
 * @param object as it stands in the rows
 * @since spi 1.6
 */
public record NamedObject(int dimension, String object, String name) {}
