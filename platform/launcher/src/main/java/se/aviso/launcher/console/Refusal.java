package se.aviso.launcher.console;

/** Why a command did not do what it was asked, in one sentence that says what to do about it. */
public final class Refusal extends RuntimeException {
    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "no reason is known" : message;
    }
}
