package se.aviso.pagewriter;

import java.util.Map;

/** A style sheet in the colours of documents, read anew for those that were not used lately. */
final class Styles {
    private static final int MOST = 16;
    private static final Inks NONE_STANDING = Inks.of("");

    private final String css;
    private final Inks inks;
    private final PressRoom room;
    private final PressRoom.Style standing;
    private final Shelf<Map<String, String>, PressRoom.Style> own = new Shelf<>(MOST, any -> 1);

    /** @param css with names in place of colours */
    Styles(String css, PressRoom room) {
        this.css = css;
        this.room = room;
        this.inks = Inks.of(css);
        this.standing = room.style(StyleSheet.parse(Sandbox.checkedCss(inks.standing(css))), inks);
    }

    /** In colours that stand for a document's. */
    PressRoom.Style standing() {
        return standing;
    }

    /** In a document's own. */
    PressRoom.Style of(Map<String, String> colours) {
        return inks.names().isEmpty()
                ? standing
                : own.get(
                        colours,
                        () -> room.style(
                                StyleSheet.parse(Sandbox.checkedCss(inks.filled(css, colours))), NONE_STANDING));
    }
}
