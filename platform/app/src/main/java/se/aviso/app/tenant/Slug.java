package se.aviso.app.tenant;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in addresses, and words as they are searched: without case, accents and signs. */
public final class Slug {
    private Slug() {}

    /** {@code "Fjällklubben Åre"} becomes {@code "fjallklubben-are"}. */
    public static String of(String name) {
        return folded(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Lower case without accents; what is no letter or digit is kept. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
