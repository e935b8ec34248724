package se.aviso.bank.camt;

import java.io.IOException;

/** The file cannot be read on from here; says why and at which byte, and never carries the file's content. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final long offset;

    Refusal(String code, String text, long offset) {
        super(text);
        this.code = code;
        this.offset = offset;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    long offset() {
        return offset;
    }
}
