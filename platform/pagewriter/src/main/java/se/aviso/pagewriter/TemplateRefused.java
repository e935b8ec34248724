package se.aviso.pagewriter;

/** A template, its style sheet or what it made of a model is not let through; the message says why, without values. */
public final class TemplateRefused extends RuntimeException {
    TemplateRefused(String why) {
        super(why);
    }

    TemplateRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
