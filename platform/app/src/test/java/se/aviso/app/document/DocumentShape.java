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
        var looks = DocumentData.Look.values();
        var kinds = DocumentData.Kind.values();
        for (var round = 0; round < WAYS; round++) {
            for (var kind = 0; kind < kinds.length; kind++) {
                for (var look = 0; look < looks.length; look++) {
                    shapes.add(way(looks[look], kinds[kind], (round + kind + 5 * look) % WAYS));
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
