package se.aviso.pagewriter;

import com.openhtmltopdf.css.parser.FSCMYKColor;
import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The operators that choose a typeface, a size and a colour; the same look is the same array. */
final class Looks {
    private static final int MOST = 4_000;
    private static final Map<String, byte[]> KNOWN = new ConcurrentHashMap<>();

    private Looks() {}

    static byte[] operators(String face, float size, FSColor colour, Inks inks) {
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        var operators = "/" + face + " " + number(size) + " Tf " + colour(colour, inks) + " ";
        return KNOWN.computeIfAbsent(operators, text -> text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String colour(FSColor colour, Inks inks) {
        if (colour instanceof FSRGBColor rgb) {
            if (inks.place(rgb) >= 0) {
                return Inks.chosen(inks.place(rgb), false);
            }
            return number(rgb.getRed() / 255f) + " " + number(rgb.getGreen() / 255f) + " "
                    + number(rgb.getBlue() / 255f) + " rg";
        }
        var cmyk = (FSCMYKColor) colour;
        return number(cmyk.getCyan()) + " " + number(cmyk.getMagenta()) + " " + number(cmyk.getYellow()) + " "
                + number(cmyk.getBlack()) + " k";
    }

    private static String number(float value) {
        return new BigDecimal(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
