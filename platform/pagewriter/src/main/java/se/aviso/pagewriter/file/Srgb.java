package se.aviso.pagewriter.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colour profile that says what our red, green and blue are: sRGB (IEC 61966-2-1) as an ICC profile of version 4.
 *
 * <p>Written here rather than taken from the Java runtime, so that a document keeps its bytes when the runtime changes.
 */
public final class Srgb {
    private static final int HEAD = 128;
    private static final int ENTRY = 12;
    private static final double[] WHITE = {0.9642, 1, 0.8249};
    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.7141};
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    private static final double[] TO_D50 = {
        1.04790, 0.02293, -0.05020, 0.02960, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179
    };

    private Srgb() {}

    /** The profile's bytes. */
    public static byte[] profile() {
        var tags = new LinkedHashMap<String, byte[]>();
        tags.put("desc", text("sRGB"));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", numbers("XYZ ", 0, WHITE));
        tags.put("chad", numbers("sf32", 0, TO_D50));
        tags.put("rXYZ", numbers("XYZ ", 0, RED));
        tags.put("gXYZ", numbers("XYZ ", 0, GREEN));
        tags.put("bXYZ", numbers("XYZ ", 0, BLUE));
        for (var colour : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tags.put(colour, numbers("para", 3 << 16, CURVE));
        }
        return assembled(tags);
    }

    private static byte[] assembled(Map<String, byte[]> tags) {
        var size = HEAD + 4 + ENTRY * tags.size();
        var all = ByteBuffer.allocate(
                size + tags.values().stream().mapToInt(tag -> tag.length).sum());
        head(all);
        all.position(HEAD);
        all.putInt(tags.size());
        var place = size;
        for (var tag : tags.entrySet()) {
            all.put(ascii(tag.getKey())).putInt(place).putInt(tag.getValue().length);
            place += tag.getValue().length;
        }
        tags.values().forEach(all::put);
        return all.array();
    }

    private static void head(ByteBuffer all) {
        all.putInt(all.capacity()).putInt(0).putInt(0x04200000);
        all.put(ascii("mntrRGB XYZ "));
        all.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
        all.position(36);
        all.put(ascii("acsp"));
        all.position(68);
        for (var part : WHITE) {
            all.putInt(fixed(part));
        }
    }

    private static byte[] numbers(String type, int before, double[] values) {
        var isCurve = before != 0;
        var tag = ByteBuffer.allocate(8 + (isCurve ? 4 : 0) + 4 * values.length);
        tag.put(ascii(type)).putInt(0);
        if (isCurve) {
            tag.putInt(before);
        }
        for (var value : values) {
            tag.putInt(fixed(value));
        }
        return tag.array();
    }

    private static byte[] text(String words) {
        var utf16 = words.getBytes(StandardCharsets.UTF_16BE);
        var tag = ByteBuffer.allocate((28 + utf16.length + 3) & ~3);
        tag.put(ascii("mluc")).putInt(0).putInt(1).putInt(ENTRY);
        tag.put(ascii("enUS")).putInt(utf16.length).putInt(28).put(utf16);
        return tag.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * (1 << 16));
    }

    private static byte[] ascii(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
