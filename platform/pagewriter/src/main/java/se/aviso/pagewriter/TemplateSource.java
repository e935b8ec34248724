package se.aviso.pagewriter;

/**
 * What an author writes: XHTML with the logic-less part of Handlebars, and the style sheet that goes with it.
 *
 * <p>Pictures are named {@code picture:name}. Partials, raw output, external addresses and helpers beyond {@code if},
 * {@code unless}, {@code each} and {@code with} are refused.
 */
public record TemplateSource(String html, String css) {}
