package se.aviso.app.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import se.aviso.pagewriter.Picture;
import se.aviso.wording.Wording;

/** Sellers of all sorts, with words and logos of their own, long and short. */
final class RandomSellers {
    private static final List<String> NAMES = List.of(
            "Riksförbundet Fjäll & Vidd",
            "IK Åsa",
            "Klubb-Łódź",
            "Sállir Čuoigan- ja Meahcásteaddjiid Searvi i Jokkmokk",
            "Föreningen Östergötlands Segelflygklubb och Modellflygare i Åtvidaberg");
    private static final List<String> WORDS = List.of(
            "",
            "Välkommen!",
            "Ta med pannlampa, en -- eller två -- extra batterier och matsäck/termos till kvällsturerna i januari.",
            "Årsmötet hålls i klubbstugan på söndag kl 12.00, se klubbvidd.example/arsmote för dagordning. "
                    + "Motioner skickas till styrelsen (senast den 3:e), kaffe och våfflor serveras från klockan elva.",
            "Vi ses i spåret, på isen och i fjället hela vintern lång, hälsar styrelsen i Łódź genom Małgorzata B.");

    private RandomSellers() {}

    /** The seller, or another with its accounts. */
    static Seller of(Seller seller, Random random) {
        if (random.nextInt(3) == 0) {
            return seller;
        }
        return new Seller(
                one(NAMES, random),
                random.nextBoolean() ? seller.address() : List.of("c/o Áŋŋel Čearru", "Byvägen 3", "830 05 Järpen"),
                seller.registration(),
                seller.accounts(),
                new Seller.Contact("", random.nextBoolean() ? "klubb@vidd.example" : "", "vidd.example"),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(logo(60 + random.nextInt(300), random)));
    }

    /** The words, or a seller's own beside them. */
    static DocumentData.Wording worded(DocumentData.Wording wording, Random random) {
        if (random.nextInt(3) == 0) {
            return wording;
        }
        return new DocumentData.Wording(one(WORDS, random), wording.vatNote(), one(WORDS, random), words(random));
    }

    /** Heading, lead and foot of a seller's own; some may be missing. */
    static Wording.Words words(Random random) {
        return new Wording.Words(one(WORDS.subList(0, 2), random), one(WORDS, random), one(WORDS, random));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Picture.Raster logo(int width, Random random) {
        var image = new BufferedImage(width, 100, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(random.nextInt(0x1000000)));
        pen.fillOval(0, 0, width, 100);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Picture.Raster.of(png.toByteArray());
    }
}
