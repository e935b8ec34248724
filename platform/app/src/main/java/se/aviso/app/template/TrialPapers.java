package se.aviso.app.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentData.Kind;
import se.aviso.app.document.DocumentData.Line;
import se.aviso.app.document.Seller;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.kernel.VatRate;

/**
 * Documents of each kind that are hard to fit, to an invented buyer, to try pages on.
 *
 * @param seller of the group whose page it is, where all is known of it that can stand on a page; else an invented one
 */
record TrialPapers(Seller seller) {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 28);
    private static final String ACCENT = "#0b5c6b";
    private static final int ROWS = 40;
    private static final Seller INVENTED = new Seller(
            "Riksförbundet för friluftsliv och fjällvandring",
            List.of("Stora Nygatan 145, 4 trappor", "831 34 Östersund"),
            new Seller.Registration(
                    Optional.of(new OrganisationNumber("8024990007")), "SE802499000701", false, "Östersund"),
            new Seller.Accounts(
                    Optional.of(new BankgiroNumber("9912346")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new SwishNumber("1231181189"))),
            new Seller.Contact("08-465 004 10", "medlem@fjallvidd.example", "fjallvidd.example"),
            Optional.empty());
    private static final DocumentData.Recipient RECIPIENT = new DocumentData.Recipient(
            List.of("Åsa-Margareta Öberg-Lindström", "Kyrkogatan 7 lgh 1203", "831 31 Östersund"), "40217");

    /** Of this seller, or of an invented one where it lacks something that others on the same page have. */
    static TrialPapers of(Optional<Seller> own) {
        return new TrialPapers(own.filter(TrialPapers::hasAll).orElse(INVENTED));
    }

    private static boolean hasAll(Seller seller) {
        var registration = seller.registration();
        return registration.orgNo().isPresent()
                && !registration.vatNo().isEmpty()
                && seller.accounts().bankgiro().isPresent()
                && seller.address().stream().noneMatch(String::isBlank);
    }

    /** All kinds in Swedish, those that ask for money in English too, and one that needs several pages. */
    List<DocumentData> all() {
        var papers = new ArrayList<DocumentData>();
        for (var kind : Kind.values()) {
            papers.add(paper(kind, DocumentData.Language.SV, taxed(kind)));
        }
        Stream.of(Kind.FIRST, Kind.OFFER, Kind.REMINDER2)
                .forEach(kind -> papers.add(paper(kind, DocumentData.Language.EN, taxed(kind))));
        papers.add(longest());
        return papers;
    }

    /** One that needs several pages. */
    DocumentData longest() {
        return paper(Kind.ONE_OFF, DocumentData.Language.SV, rows(ROWS));
    }

    private DocumentData paper(Kind kind, DocumentData.Language language, List<Line> lines) {
        var form = new DocumentData.Form(kind, language, DocumentData.Look.LUFTIG, ACCENT);
        return new SamplePaper(form, seller, RECIPIENT, DAY, lines)
                .data()
                .noted("Momsfri: medlemsavgift i allmännyttig ideell förening.");
    }

    /** Rows of all rates where the kind has them. */
    private static List<Line> taxed(Kind kind) {
        var several = kind == Kind.FIRST || kind == Kind.OFFER || kind == Kind.ONE_OFF || kind == Kind.RECEIPT;
        return several ? rows(3) : List.of();
    }

    private static List<Line> rows(int count) {
        var rates = List.of(VatRate.STANDARD, VatRate.REDUCED, VatRate.EXEMPT);
        return IntStream.range(0, count)
                .mapToObj(row -> Line.of(
                        "Kurs i fjällvandring, del " + (row + 1),
                        "Med logi och guide",
                        row + 1,
                        Money.kronor(1_250),
                        rates.get(row % rates.size())))
                .toList();
    }
}
