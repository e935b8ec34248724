package se.aviso.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.group.CodeChoice;
import se.aviso.group.SlipChoice;

/**
 * All of a document that its page is made for, its texts apart.
 *
 * @param many true where its rows need more than one page
 * @param foot without and with a slip, with all choices of codes
 */
record DocumentShape(
        DocumentData.Look look,
        DocumentData.Kind kind,
        DocumentData.Language language,
        boolean many,
        DocumentFixture.Account account,
        PayFoot foot) {
    private static final int FEET = 2 * CodeChoice.values().length;
    private static final int WAYS =
            DocumentData.Language.values().length * 2 * DocumentFixture.Account.values().length * FEET;

    /** A step through the ways that meets each, and soon each part of them. */
    private static final int STEP = 5 * 7;

    /** Every shape there is. The first 36 have each look with each kind, and of all else as much as goes in. */
    static List<DocumentShape> all() {
        var shapes = new ArrayList<DocumentShape>();
        var looks = DocumentData.Look.values();
        var kinds = DocumentData.Kind.values();
        for (var round = 0; round < WAYS; round++) {
            for (var kind = 0; kind < kinds.length; kind++) {
                for (var look = 0; look < looks.length; look++) {
                    shapes.add(way(looks[look], kinds[kind], (STEP * round + 13 * kind + 17 * look) % WAYS));
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
                accounts[way / languages.length / 2 % accounts.length],
                foot(way / languages.length / 2 / accounts.length));
    }

    private static PayFoot foot(int way) {
        var codes = CodeChoice.values();
        var slip = way / codes.length == 0 ? SlipChoice.NONE : new SlipChoice(true, Optional.empty());
        return new PayFoot(slip, codes[way % codes.length]);
    }
}
