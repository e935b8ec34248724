package se.aviso.pagewriter.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Takes what PDFBox holds as objects and makes parts of it, which outlive the document that they came from. */
public final class CosParts {
    private static final Set<COSName> OBJECTS_OF_THEIR_OWN = Set.of(COSName.FONT, COSName.FONT_DESC);

    private final IdentityHashMap<COSBase, Part> made = new IdentityHashMap<>();

    /** Takes this part wherever the object is met. */
    public CosParts with(COSBase object, Part part) {
        made.put(object, part);
        return this;
    }

    /** The dictionary or stream as a part. */
    public Part of(COSDictionary value) {
        var known = made.get(value);
        if (known != null) {
            return known;
        }
        try {
            var draft = new Part.Draft();
            if (value instanceof COSStream stream) {
                stream(stream, draft);
            } else {
                dictionary(value, draft);
            }
            var part = draft.done();
            made.put(value, part);
            return part;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void stream(COSStream stream, Part.Draft draft) throws IOException {
        byte[] raw;
        try (var input = stream.createRawInputStream()) {
            raw = input.readAllBytes();
        }
        draft.text("<<");
        entries(stream, draft);
        draft.text("/Length " + raw.length + ">>stream\n").bytes(raw).text("\nendstream");
    }

    private void dictionary(COSDictionary dictionary, Part.Draft draft) throws IOException {
        draft.text("<<");
        entries(dictionary, draft);
        draft.text(">>");
    }

    private void entries(COSDictionary dictionary, Part.Draft draft) throws IOException {
        for (var entry : dictionary.entrySet()) {
            var name = entry.getKey();
            if (!name.equals(COSName.LENGTH) && !name.equals(COSName.PARENT)) {
                draft.bytes(written(name)).text(" ");
                value(entry.getValue(), draft);
            }
        }
    }

    private void value(COSBase value, Part.Draft draft) throws IOException {
        if (value instanceof COSObject reference) {
            value(reference.getObject(), draft);
        } else if (value instanceof COSDictionary dictionary) {
            if (isOfItsOwn(dictionary)) {
                draft.reference(of(dictionary));
            } else {
                dictionary(dictionary, draft);
            }
        } else if (value instanceof COSArray array) {
            draft.text("[");
            for (var element : array) {
                value(element, draft);
                draft.text(" ");
            }
            draft.text("]");
        } else {
            draft.bytes(written(value));
        }
    }

    private static boolean isOfItsOwn(COSDictionary dictionary) {
        return dictionary instanceof COSStream
                || OBJECTS_OF_THEIR_OWN.stream().anyMatch(type -> type.equals(dictionary.getCOSName(COSName.TYPE)));
    }

    private static byte[] written(COSBase value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (value instanceof COSName name) {
            name.writePDF(bytes);
        } else if (value instanceof COSInteger number) {
            number.writePDF(bytes);
        } else if (value instanceof COSFloat number) {
            number.writePDF(bytes);
        } else if (value instanceof COSBoolean truth) {
            truth.writePDF(bytes);
        } else if (value instanceof COSString string) {
            bytes.write(("<" + string.toHexString() + ">").getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof COSNull) {
            bytes.write("null".getBytes(StandardCharsets.US_ASCII));
        } else {
            throw new IllegalStateException("a PDF object of kind " + value.getClass());
        }
        return bytes.toByteArray();
    }
}
