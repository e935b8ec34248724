package se.aviso.pagewriter;

/**
 * A reason and the text that gave it.
 *
 * @param field its name in the model, such as {@code lines.text}; empty where it is none alone
 */
public record Cause(Fallback why, String field) {}
