package se.aviso.pagewriter;

import java.io.IOException;
import se.aviso.pagewriter.file.Part;
import se.aviso.pagewriter.file.PdfFile;
import se.aviso.pagewriter.file.Srgb;

/** The root of a file that is to be kept for long: where the pages are, and what their colours mean. */
final class Catalogue {
    private static final Part PROFILE = Part.stream("/N 3", Srgb.profile());

    private Catalogue() {}

    /** The dictionary; the profile of the colours is written first. */
    static String of(PdfFile file, int tree, int metadata, String language) throws IOException {
        var profile = file.number(PROFILE);
        var tongue = language.replaceAll("[^A-Za-z-]", "");
        return "<</Type/Catalog/Pages " + tree + " 0 R/Metadata " + metadata + " 0 R"
                + (tongue.isEmpty() ? "" : "/Lang(" + tongue + ")")
                + "/ViewerPreferences<</DisplayDocTitle true>>"
                + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                + "/Info(sRGB)/DestOutputProfile " + profile + " 0 R>>]>>";
    }
}
