package se.aviso.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.VatRate;

/** Documents of every kind and look to people of all sorts, the same for the same seed. */
final class RandomDocuments {
    private static final List<String> NAMES = List.of(
            "Åsa Öberg",
            "Áŋŋel Čearru-Đorđević",
            "Małgorzata Brzęczyszczykiewicz-Lindström",
            "Łukasz Wiśniewski",
            "Ole Ŧ. Ŋ. Žilić",
            "M (mamma) \\ Ek",
            "Karl-Erik af Geijerstam");
    private static final List<String> TEXTS = List.of(
            "Medlemsavgift 2027, vuxen",
            "Tidskriften På fjället",
            "Tävlingslicens 2027, segelflyg klass A",
            "Avgift för stugan vid Sylarna under påskveckan, med sängkläder, ved och städning för hela familjen");
    private static final List<DocumentData.Kind> KINDS = List.of(
            DocumentData.Kind.FIRST,
            DocumentData.Kind.RENEWAL,
            DocumentData.Kind.ONE_OFF,
            DocumentData.Kind.OFFER,
            DocumentData.Kind.REMINDER1,
            DocumentData.Kind.REMINDER2,
            DocumentData.Kind.RECEIPT,
            DocumentData.Kind.STATEMENT);

    private final Random random;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    DocumentData next() {
        var kind = one(KINDS);
        var form = new DocumentData.Form(
                kind,
                one(List.of(DocumentData.Language.values())),
                one(List.of(DocumentData.Look.values())),
                random.nextInt(4) == 0 ? "#8a2f2a" : "#1f4e5f");
        var base = DocumentFixture.document(form, lines(kind));
        var name = random.nextInt(20) == 0 ? "Soﬁa ﬂink" : one(NAMES); // ligatures are laid out
        return new DocumentData(
                form,
                DocumentFixture.seller(
                        random.nextInt(5) == 0
                                ? Optional.empty()
                                : base.seller().accounts().swish()),
                new DocumentData.Recipient(
                        List.of(name, "Kyrkogatan " + random.nextInt(200) + " lgh 1203", "831 31 Östersund"),
                        random.nextInt(5) == 0 ? "" : Integer.toString(40_000 + random.nextInt(900_000))),
                new DocumentData.Facts(
                        Integer.toString(20_260_000 + random.nextInt(9_999)),
                        DocumentFixture.ISSUED.plusDays(random.nextInt(300)),
                        Optional.of(DocumentFixture.DUE.plusDays(random.nextInt(300))),
                        base.facts().period(),
                        ""),
                base.lines(),
                sums(kind),
                pays(kind)
                        ? Optional.of(new DocumentData.Payment(
                                OcrReference.ofSerial(20_000 + random.nextInt(900_000)), DocumentFixture.DUE))
                        : Optional.empty(),
                kind.name().startsWith("REMINDER")
                        ? Optional.of(new DocumentData.Original(
                                "20260117", DocumentFixture.ISSUED, DocumentFixture.DUE, Money.kronor(355)))
                        : Optional.empty(),
                base.wording());
    }

    private static boolean pays(DocumentData.Kind kind) {
        return kind != DocumentData.Kind.RECEIPT && kind != DocumentData.Kind.STATEMENT;
    }

    private DocumentData.Sums sums(DocumentData.Kind kind) {
        if (kind == DocumentData.Kind.RECEIPT) {
            return DocumentData.Sums.telling(List.of(new DocumentData.Told("Bankgiro 2027-01-20", amount())), amount());
        }
        return random.nextInt(4) == 0 ? DocumentData.Sums.less(Money.kronor(50)) : DocumentData.Sums.NONE;
    }

    private List<DocumentData.Line> lines(DocumentData.Kind kind) {
        var lines = new ArrayList<DocumentData.Line>();
        var count = random.nextInt(8) == 0 ? 12 + random.nextInt(20) : 1 + random.nextInt(5);
        while (lines.size() < count) {
            var note = random.nextInt(3) == 0 ? one(NAMES) + ", Fjäll & Vidd Östersund" : "";
            var line =
                    DocumentData.Line.of(text(), note, 1 + random.nextInt(3), amount(), one(List.of(VatRate.values())));
            lines.add(
                    kind == DocumentData.Kind.STATEMENT
                            ? new DocumentData.Booked(DocumentFixture.ISSUED, "20260117", "Bankgiro")
                                    .line("Betalning", note, amount())
                            : line);
        }
        return lines;
    }

    private String text() {
        return random.nextInt(40) == 0 ? TEXTS.get(TEXTS.size() - 1) : TEXTS.get(random.nextInt(TEXTS.size() - 1));
    }

    private Money amount() {
        return Money.ore(100 + random.nextInt(random.nextInt(10) == 0 ? 90_000_000 : 90_000));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
