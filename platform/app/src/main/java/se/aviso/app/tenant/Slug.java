package se.aviso.app.tenant;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Names as they stand in addresses, and words as they are searched: without case, accents and signs. */
public final class Slug {
    private Slug() {}

    /** {@code "Fjällklubben Åre"} becomes {@code "fjallklubben-are"}. */
    public static String of(String name) {
        return folded(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The words of a text, folded, each once; an e-mail address is one word. */
    public static Stream<String> words(String text) {
        return Arrays.stream(folded(text).split("\\s+"))
                .flatMap(word -> word.contains("@") ? Stream.of(word) : Arrays.stream(word.split("[^a-z0-9]+")))
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    /** Lower case without accents; what is no letter or digit is kept. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
