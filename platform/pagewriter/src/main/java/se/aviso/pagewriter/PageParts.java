package se.aviso.pagewriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import se.aviso.pagewriter.file.CosParts;
import se.aviso.pagewriter.file.Part;

/** Paints a layout without what stands in its blanks, and takes the pages apart into what files are made of. */
final class PageParts {
    private final Sheet sheet;
    private final InkFinder found;
    private final InkFinder.Faces faces;
    private final CosParts parts;

    PageParts(Sheet sheet, InkFinder found, InkFinder.Faces faces, CosParts parts) {
        this.parts = parts;
        this.sheet = sheet;
        this.found = found;
        this.faces = faces;
    }

    /** The pages; the list of places of squares is filled while they are painted. */
    List<PageProgram.Page> pages(List<Pictures.Spot> spots) {
        var lines = new ArrayList<List<Ink.Line>>();
        for (var page = 0; page < found.pageCount(); page++) {
            lines.add(found.lines(page));
        }
        var slots = found.slots();
        found.blank();
        var painted = sheet.painted();
        var pages = new ArrayList<PageProgram.Page>();
        for (var page = 0; page < lines.size(); page++) {
            var ink = new Ink(lines.get(page), squares(spots, page), box(painted.getPage(page)));
            var layers = layers(slots, page);
            var ground = ground(painted.getPage(page), layers);
            pages.add(new PageProgram.Page(ground, resources(painted.getPage(page), ink, layers), ink));
        }
        return pages;
    }

    private static List<Integer> layers(Map<Integer, Integer> slots, int page) {
        return slots.keySet().stream()
                .filter(slot -> Objects.equals(slots.get(slot), page))
                .sorted()
                .toList();
    }

    private List<Ink.Spot> squares(List<Pictures.Spot> spots, int page) {
        var squares = new ArrayList<Ink.Spot>();
        for (var spot : spots) {
            if (spot.page() == page) {
                var box = spot.box();
                squares.add(new Ink.Spot(
                        spot.picture(),
                        found.space().fromLeft(page, box.x),
                        found.space().fromFoot(page, box.y + box.height),
                        found.space().points(box.width),
                        found.space().points(box.height)));
            }
        }
        return squares;
    }

    private static String box(PDPage page) {
        var box = page.getMediaBox();
        return "[0 0 " + box.getWidth() + " " + box.getHeight() + "]";
    }

    /** What is painted, in a state of its own so that the ink begins as on an empty page. */
    private Part ground(PDPage page, List<Integer> layers) {
        try (var contents = page.getContents()) {
            var drawn = new ByteArrayOutputStream();
            drawn.write("q\n".getBytes(StandardCharsets.US_ASCII));
            var mixed = sheet.inks().mixed(new String(contents.readAllBytes(), StandardCharsets.ISO_8859_1));
            drawn.write(mixed.getBytes(StandardCharsets.ISO_8859_1));
            drawn.write("\nQ\n".getBytes(StandardCharsets.US_ASCII));
            for (var layer : layers) {
                drawn.write(("/" + PageProgram.layer(layer) + " Do\n").getBytes(StandardCharsets.US_ASCII));
            }
            return Part.stream("", drawn.toByteArray());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private Part resources(PDPage page, Ink ink, List<Integer> layers) {
        var resources = page.getResources().getCOSObject();
        var used = new TreeSet<Integer>();
        for (var line : ink.lines()) {
            for (var segment : line.segments()) {
                used.add(faces.glyphs().indexOf(segment.glyphs()));
            }
        }
        var fonts = resources.getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            fonts = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
        }
        for (var place : used) {
            fonts.setItem(InkFinder.Faces.name(place), faces.fonts().get(place).getCOSObject());
        }
        for (var layer : layers) {
            place(resources, COSName.XOBJECT, PageProgram.layer(layer));
        }
        if (!sheet.inks().names().isEmpty()) {
            place(resources, COSName.COLORSPACE, Inks.PALETTE);
        }
        return parts.of(resources);
    }

    /** Leaves a place among the resources for what is the document's own. */
    private void place(COSDictionary resources, COSName kind, String name) {
        var all = resources.getCOSDictionary(kind);
        if (all == null) {
            all = new COSDictionary();
            resources.setItem(kind, all);
        }
        var place = new COSStream();
        parts.with(place, Part.place(name));
        all.setItem(name, place);
    }
}
