package se.aviso.app.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A personal number as somebody has written it; its own text tells nothing of it, wherever it may be printed. */
public record WrittenNumber(@JsonValue String text) {
    /** Of a JSON text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WrittenNumber {}

    /** True when there is nothing in it. */
    public boolean isBlank() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return "****";
    }
}
