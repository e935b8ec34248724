package se.aviso.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.Seller;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.pagewriter.Picture;
import se.aviso.wording.Wording;

/**
 * Made-up clubs that sell themselves: each with a name, a logo and an account, a third in colours and words of their
 * own.
 */
final class MadeUpClubs {
    private static final long SEED = 11;
    private static final int HIGH = 120;
    private static final List<String> PLACES = List.of(
            "Östersund", "Åre", "Ljungby", "Kiruna", "Falun", "Norrköping", "Örnsköldsvik", "Borås", "Umeå", "Visby");
    private static final List<String> KINDS =
            List.of("Segelflygklubb", "Fjällklubb", "Skidförening", "Orienteringsklubb");

    private MadeUpClubs() {}

    /** A club and how its invoices look. */
    record Club(Seller seller, DocumentData.Form form, DocumentData.Wording words) {}

    static List<Club> of(int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(n -> club(n, random)).toList();
    }

    private static Club club(int n, Random random) {
        var isOwn = n % 3 == 0;
        var accent = isOwn ? String.format(Locale.ROOT, "#%06x", random.nextInt(0x800000)) : "#1f4e5f";
        var own = isOwn
                ? new Wording.Words(
                        "Dags att förnya i klubb " + n,
                        "Tack för året som gått i klubb " + n + ". När avgiften är betald fortsätter medlemskapet utan"
                                + " avbrott, och du är välkommen till vårens " + (2 + n % 30) + " träffar i stugan.",
                        "Årsmötet hålls den " + (1 + n % 28)
                                + " mars i klubbstugan. Kaffe och våfflor från klockan tolv.")
                : Wording.Words.NONE;
        return new Club(
                seller(n, random),
                new DocumentData.Form(
                        DocumentData.Kind.RENEWAL, DocumentData.Language.SV, DocumentData.Look.KLASSISK, accent),
                new DocumentData.Wording("", "Undantaget från moms: medlemsavgift i ideell förening", "", own));
    }

    private static Seller seller(int n, Random random) {
        var place = PLACES.get(random.nextInt(PLACES.size()));
        var name = place + "s " + KINDS.get(random.nextInt(KINDS.size())) + " " + n;
        return new Seller(
                name,
                List.of("Storgatan " + (1 + random.nextInt(90)), "831 " + (10 + random.nextInt(80)) + " " + place),
                new Seller.Registration(
                        Optional.of(new OrganisationNumber(checked("802" + (400_000 + n)))), "", false, place),
                new Seller.Accounts(
                        Optional.of(new BankgiroNumber(checked(Integer.toString(500_000 + n)))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new SwishNumber("1231181189"))),
                new Seller.Contact("08-465 " + (10_000 + n), "info@klubb" + n + ".example", "klubb" + n + ".example"),
                Optional.of(logo(n, random)));
    }

    /** With its check digit (Luhn). */
    private static String checked(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** Circles on white, some hundred pixels wide, no two alike. */
    private static Picture.Raster logo(int n, Random random) {
        var image = new BufferedImage(HIGH + n % 160, HIGH, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), HIGH);
        for (var circle = 0; circle < 12; circle++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(image.getWidth()), random.nextInt(HIGH), 50, 50);
        }
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
