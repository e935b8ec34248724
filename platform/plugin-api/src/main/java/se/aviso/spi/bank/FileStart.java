package se.aviso.spi.bank;

/**
 * How a file introduces itself.
 *
 * @param identity what the file calls itself, such as its time stamp; never unique by itself
 * @param test true when the bank marked the file as a test
 */
public record FileStart(String identity, boolean test) {}
