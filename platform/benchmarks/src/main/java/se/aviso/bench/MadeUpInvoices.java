package se.aviso.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.Seller;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.kernel.VatRate;

/** Invoices of a made-up federation to made-up people, some of Sápmi and some of Poland. */
final class MadeUpInvoices {
    private static final long SEED = 7;
    private static final List<String> NAMES =
            List.of("Åsa Öberg", "Erik Lind", "Áŋŋel Čearru", "Łukasz Wiśniewski", "Maria Sjöö", "Per-Olof Ek");
    private static final LocalDate ISSUED = LocalDate.of(2026, 12, 14);
    private static final LocalDate DUE = LocalDate.of(2027, 1, 31);

    private MadeUpInvoices() {}

    static List<DocumentData> of(int count) {
        var random = new Random(SEED);
        var all = new ArrayList<DocumentData>();
        for (var n = 0; n < count; n++) {
            all.add(one(20_000 + n, random));
        }
        return all;
    }

    private static DocumentData one(int serial, Random random) {
        var form = new DocumentData.Form(
                DocumentData.Kind.RENEWAL, DocumentData.Language.SV, DocumentData.Look.KLASSISK, "#1f4e5f");
        var words = new DocumentData.Wording("", "Undantaget från moms: medlemsavgift i ideell förening", "");
        return one(serial, random, form, seller(), words);
    }

    /** Invoices of so many clubs, mixed; the clubs are the same each time. */
    static List<DocumentData> ofClubs(int count, int clubs) {
        var random = new Random(SEED);
        var sellers = MadeUpClubs.of(clubs);
        var all = new ArrayList<DocumentData>();
        for (var n = 0; n < count; n++) {
            var club = sellers.get(random.nextInt(clubs));
            all.add(one(20_000 + n, random, club.form(), club.seller(), club.words()));
        }
        return all;
    }

    private static DocumentData one(
            int serial, Random random, DocumentData.Form form, Seller seller, DocumentData.Wording words) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        var lines = new ArrayList<DocumentData.Line>();
        lines.add(DocumentData.Line.of(
                "Medlemsavgift 2027, vuxen", name, 1, Money.kronor(200 + random.nextInt(400)), VatRate.EXEMPT));
        for (var line = random.nextInt(5); line > 0; line--) {
            lines.add(DocumentData.Line.of(
                    "Tidskriften", "", 1 + random.nextInt(3), Money.ore(4_900 + random.nextInt(9_000)), VatRate.LOW));
        }
        return new DocumentData(
                form,
                seller,
                new DocumentData.Recipient(
                        List.of(name, "Kyrkogatan " + (1 + random.nextInt(90)), "831 31 Östersund"),
                        Integer.toString(serial)),
                new DocumentData.Facts(
                        Integer.toString(20_260_000 + serial),
                        ISSUED,
                        Optional.of(DUE),
                        Optional.of(new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31))),
                        ""),
                lines,
                DocumentData.Sums.NONE,
                Optional.of(new DocumentData.Payment(OcrReference.ofSerial(serial), DUE)),
                Optional.empty(),
                words);
    }

    private static Seller seller() {
        return new Seller(
                "Riksförbundet Fjäll & Vidd",
                List.of("Storgatan 14", "831 30 Östersund"),
                new Seller.Registration(
                        Optional.of(new OrganisationNumber("8024990007")), "SE802499000701", false, "Östersund"),
                new Seller.Accounts(
                        Optional.of(new BankgiroNumber("9912346")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new SwishNumber("1231181189"))),
                new Seller.Contact("08-465 004 10", "medlem@fjallvidd.example", "fjallvidd.example"),
                Optional.empty());
    }
}
