package se.aviso.pagewriter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.aviso.pagewriter.file.Bytes;
import se.aviso.pagewriter.file.Part;
import se.aviso.pagewriter.file.PdfFile;

/** Writes a document's layers and palette into its file: what of them the file has already is referred to. */
final class Overlay {
    private final SingleFile single;
    private final Bytes into;
    private final int pages;
    private final Map<String, Integer> added = new HashMap<>();
    private final Bytes entries = new Bytes();
    private int count;

    /** @param into is written to, from where the file's common part ends */
    Overlay(SingleFile single, Bytes into, int pages) {
        this.single = single;
        this.into = into;
        this.pages = pages;
        this.count = single.count();
    }

    /**
     * Writes all of them.
     *
     * @param places told where layers and palette stand
     * @return how much was written before
     */
    int write(List<Layer> layers, String palette, Bytes places) {
        var before = into.length();
        for (var layer = 0; layer < layers.size(); layer++) {
            var part = layers.get(layer).drawing();
            var refersTo = numbers(part);
            PdfFile.entry(places, at());
            object(SingleFile.layer(pages, layer), part, refersTo);
        }
        PdfFile.entry(places, at());
        into.number(single.palette()).text(" 0 obj\n").text(palette).text("\nendobj\n");
        return before;
    }

    /** How many objects the file has. */
    int count() {
        return count;
    }

    /** Where those stand that came after all others. */
    void entries(Bytes table) {
        table.put(entries.array(), entries.length());
    }

    private int[] numbers(Part part) {
        var numbers = new int[part.references().size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = number(part.references().get(i));
        }
        return numbers;
    }

    private int number(Part part) {
        var known = single.numbers().getOrDefault(part.key(), added.get(part.key()));
        if (known != null) {
            return known;
        }
        var refersTo = numbers(part);
        count++;
        var number = count;
        added.put(part.key(), number);
        PdfFile.entry(entries, at());
        object(number, part, refersTo);
        return number;
    }

    private void object(int number, Part part, int[] refersTo) {
        into.number(number).text(" 0 obj\n");
        for (var i = 0; i < part.texts().size(); i++) {
            into.put(part.texts().get(i));
            if (i < refersTo.length) {
                into.number(refersTo[i]);
            }
        }
        into.text("\nendobj\n");
    }

    private long at() {
        return (long) single.before().length + into.length();
    }
}
