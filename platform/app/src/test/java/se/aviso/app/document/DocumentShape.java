package se.aviso.app.document;

import java.util.ArrayList;
import java.util.List;

/**
 * All of a document that its page is made for, its texts apart.
 *
 * @param many true where its rows need more than one page
 */
record DocumentShape(
        DocumentData.Look look,
        DocumentData.Kind kind,
        DocumentData.Language language,
        boolean many,
        DocumentFixture.Account account) {
    private static final int WAYS = DocumentData.Language.values().length * 2 * DocumentFixture.Account.values().length;

    /** Every shape there is. The first 36 have each look with each kind, and of all else as much as goes in. */
    static List<DocumentShape> all() {
        var shapes = new ArrayList<DocumentShape>();
        for (var round = 0; round < WAYS; round++) {
            for (var kind : DocumentData.Kind.values()) {
                for (var look : DocumentData.Look.values()) {
                    var way = (round + kind.ordinal() + 5 * look.ordinal()) % WAYS;
                    shapes.add(way(look, kind, way));
                }
            }
        }
        return shapes;
    }

    private static DocumentShape way(DocumentData.Look look, DocumentData.Kind kind, int way) {
        var languages = DocumentData.Language.values();
        var accounts = DocumentFixture.Account.values();
        return new DocumentShape(
                look,
                kind,
                languages[way % languages.length],
                way / languages.length % 2 == 1,
                accounts[way / languages.length / 2]);
    }
}
