package se.aviso.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.SwishNumber;
import se.aviso.kernel.VatRate;

/** Documents of every shape to people of all sorts, the same for the same seed. */
final class RandomDocuments {
    private static final List<String> NAMES = List.of(
            "Åsa Öberg",
            "Áŋŋel Čearru-Đorđević",
            "Małgorzata Brzęczyszczykiewicz-Lindström",
            "Łukasz Wiśniewski",
            "Ole Ŧ. Ŋ. Žilić",
            "M (mamma) \\ Ek",
            "Karl-Erik af Geijerstam");
    private static final List<String> TEXTS =
            List.of("Medlemsavgift 2027, vuxen", "Tidskriften På fjället", "Tävlingslicens 2027, segelflyg klass A");
    private static final String LONG =
            "Avgift för stugan vid Sylarna under påskveckan, med sängkläder, ved och städning för hela familjen";
    private static final List<DocumentShape> SHAPES = DocumentShape.all();

    private static final int RARE = 20;

    private final Random random;
    private final boolean isOrdinary;

    RandomDocuments(long seed) {
        this(seed, false);
    }

    private RandomDocuments(long seed, boolean isOrdinary) {
        this.random = new Random(seed);
        this.isOrdinary = isOrdinary;
    }

    /** Documents without what has no room on its line, and in letters that are stamped. */
    static RandomDocuments ordinary(long seed) {
        return new RandomDocuments(seed, true);
    }

    /** A document of any shape. */
    DocumentData next() {
        return of(one(SHAPES));
    }

    /** A document of that shape. */
    DocumentData of(DocumentShape shape) {
        var kind = shape.kind();
        var form = new DocumentData.Form(
                kind,
                shape.language(),
                shape.look(),
                random.nextInt(4) == 0 ? "#8a2f2a" : "#1f4e5f",
                DocumentData.Own.NONE,
                shape.foot());
        var lines = lines(shape);
        var base = DocumentFixture.document(form, lines);
        return new DocumentData(
                form,
                RandomSellers.of(
                        DocumentFixture.seller(
                                shape.account(),
                                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new SwishNumber("1231181189"))),
                        random),
                recipient(),
                new DocumentData.Facts(
                        Integer.toString(20_260_000 + random.nextInt(9_999)),
                        DocumentFixture.ISSUED.plusDays(random.nextInt(300)),
                        Optional.of(DocumentFixture.DUE.plusDays(random.nextInt(300))),
                        base.facts().period(),
                        random.nextInt(6) == 0 ? "Er ref 4711" : ""),
                lines,
                sums(kind, lines),
                pays(kind)
                        ? Optional.of(new DocumentData.Payment(
                                OcrReference.ofSerial(20_000 + random.nextInt(900_000)), DocumentFixture.DUE))
                        : Optional.empty(),
                isAboutAnother(kind)
                        ? Optional.of(new DocumentData.Original(
                                "20260117", DocumentFixture.ISSUED, DocumentFixture.DUE, Money.kronor(355)))
                        : Optional.empty(),
                isOrdinary ? base.wording() : RandomSellers.worded(base.wording(), random));
    }

    private DocumentData.Recipient recipient() {
        var name = isRare() ? "Soﬁa ﬂink" : one(NAMES); // ligatures are laid out
        return new DocumentData.Recipient(
                List.of(name, "Kyrkogatan " + random.nextInt(200) + " lgh 1203", "831 31 Östersund"),
                random.nextInt(5) == 0 ? "" : Integer.toString(40_000 + random.nextInt(900_000)));
    }

    private static boolean pays(DocumentData.Kind kind) {
        return switch (kind) {
            case FIRST, RENEWAL, OFFER, ONE_OFF, REMINDER1, REMINDER2, CORRECTION -> true;
            case RENEWAL_COVERED, CREDIT_NOTE, RECEIPT, STATEMENT, OFFER_WITHDRAWN -> false;
        };
    }

    private static boolean isAboutAnother(DocumentData.Kind kind) {
        return switch (kind) {
            case REMINDER1, REMINDER2, CORRECTION, CREDIT_NOTE -> true;
            default -> false;
        };
    }

    private DocumentData.Sums sums(DocumentData.Kind kind, List<DocumentData.Line> lines) {
        var all = lines.stream().map(DocumentData.Line::amount).reduce(Money.ore(0), Money::plus);
        return switch (kind) {
            case RECEIPT -> DocumentData.Sums.telling(List.of(new DocumentData.Told("Bankgiro 2027-01-20", all)), all);
            case STATEMENT -> DocumentData.Sums.telling(List.of(new DocumentData.Told("Fakturerat", all)), all);
            case RENEWAL_COVERED -> DocumentData.Sums.less(all);
            default -> random.nextInt(4) == 0 ? DocumentData.Sums.less(Money.kronor(50)) : DocumentData.Sums.NONE;
        };
    }

    private List<DocumentData.Line> lines(DocumentShape shape) {
        var lines = new ArrayList<DocumentData.Line>();
        var few = shape.foot().slip().wanted() ? 1 : 1 + random.nextInt(4); // above a slip there is room for few
        var count = shape.many() ? 30 + random.nextInt(15) : few;
        var text = isRare() ? LONG : "";
        var price = isRare() ? Money.kronor(800_000) : amount();
        while (lines.size() < count) {
            lines.add(line(shape.kind(), lines.isEmpty() ? text : "", lines.isEmpty() ? price : amount()));
        }
        return lines;
    }

    private DocumentData.Line line(DocumentData.Kind kind, String longText, Money price) {
        var note = random.nextInt(3) == 0 ? note() : "";
        if (kind == DocumentData.Kind.STATEMENT) {
            return new DocumentData.Booked(DocumentFixture.ISSUED, "20260117", "Bankgiro")
                    .line("Betalning", note, price);
        }
        var text = longText.isEmpty() ? one(TEXTS) : longText;
        var line = DocumentData.Line.of(text, note, 1 + random.nextInt(3), price, one(List.of(VatRate.values())));
        return kind == DocumentData.Kind.CREDIT_NOTE ? takenBack(line) : line;
    }

    private String note() {
        return isOrdinary ? "Fjäll & Vidd" : one(NAMES) + ", Fjäll & Vidd Östersund";
    }

    private static DocumentData.Line takenBack(DocumentData.Line line) {
        return new DocumentData.Line(
                line.text(),
                line.note(),
                -line.quantity(),
                line.unit(),
                line.vat(),
                line.amount().negated(),
                line.tax().negated(),
                "",
                false,
                Optional.empty());
    }

    private Money amount() {
        return Money.ore(100 + random.nextInt(60_000));
    }

    private boolean isRare() {
        return !isOrdinary && random.nextInt(RARE) == 0;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
