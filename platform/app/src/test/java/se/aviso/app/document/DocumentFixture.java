package se.aviso.app.document;

import static se.aviso.app.document.DocumentData.Form;
import static se.aviso.app.document.DocumentData.Kind;
import static se.aviso.app.document.DocumentData.Line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Iban;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.SwishNumber;
import se.aviso.kernel.VatRate;
import se.aviso.pagewriter.Picture;

/** A welcome avi of a made-up federation, and what tests change about it. */
final class DocumentFixture {
    static final LocalDate ISSUED = LocalDate.of(2026, 12, 14);
    static final LocalDate DUE = LocalDate.of(2027, 1, 31);
    static final OcrReference OCR = OcrReference.ofSerial(20001);
    private static final Picture.Raster LOGO = logo();

    private DocumentFixture() {}

    /** What a seller is paid to, one kind alone. */
    enum Account {
        BANKGIRO("991-2346"),
        PLUSGIRO("28 65 43-4"),
        IBAN("SE45 5000 0000 0583 9825 7466");

        /** As it is printed. */
        final String number;

        Account(String number) {
            this.number = number;
        }

        private Seller.Accounts with(Optional<SwishNumber> swish) {
            return new Seller.Accounts(
                    Optional.of(number).filter(any -> this == BANKGIRO).map(BankgiroNumber::parse),
                    Optional.of(number).filter(any -> this == PLUSGIRO).map(PlusgiroNumber::parse),
                    Optional.of(number).filter(any -> this == IBAN).map(Iban::parse),
                    swish);
        }
    }

    static Seller seller(Optional<SwishNumber> swish) {
        return seller(Account.BANKGIRO, swish);
    }

    static Seller seller(Account account, Optional<SwishNumber> swish) {
        return new Seller(
                "Riksförbundet Fjäll & Vidd",
                List.of("Storgatan 14", "831 30 Östersund"),
                new Seller.Registration(
                        Optional.of(new OrganisationNumber("8024990007")), "SE802499000701", false, "Östersund"),
                account.with(swish),
                new Seller.Contact("08-465 004 10", "medlem@fjallvidd.example", "fjallvidd.example"),
                Optional.of(LOGO));
    }

    static Line membership(String note) {
        return Line.of("Medlemsavgift 2027, vuxen", note, 1, Money.kronor(355), VatRate.EXEMPT);
    }

    static DocumentData welcome(DocumentData.Look look, String recipient) {
        var base = document(
                new Form(Kind.FIRST, DocumentData.Language.SV, look, "#1f4e5f"),
                List.of(membership(recipient + ", Fjäll & Vidd Östersund")));
        var to = new DocumentData.Recipient(List.of(recipient, "Kyrkogatan 7 lgh 1203", "831 31 Östersund"), "40217");
        return with(base, to);
    }

    static DocumentData document(Form form, List<Line> lines) {
        return new DocumentData(
                form,
                seller(Optional.of(new SwishNumber("1231181189"))),
                new DocumentData.Recipient(List.of("Åsa Öberg", "Rådhusgatan 44", "831 34 Östersund"), "40217"),
                new DocumentData.Facts(
                        "20260117",
                        ISSUED,
                        Optional.of(DUE),
                        Optional.of(new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31))),
                        ""),
                lines,
                DocumentData.Sums.NONE,
                Optional.of(new DocumentData.Payment(OCR, DUE)),
                Optional.empty(),
                new DocumentData.Wording(
                        "Kvällsturerna börjar den 12 januari. Ta med pannlampa.",
                        "Momsfri: medlemsavgift i allmännyttig ideell förening.",
                        ""));
    }

    static DocumentData with(DocumentData d, DocumentData.Recipient to) {
        return new DocumentData(
                d.form(), d.seller(), to, d.facts(), d.lines(), d.sums(), d.payment(), d.original(), d.wording());
    }

    static DocumentData by(DocumentData d, Seller seller) {
        return new DocumentData(
                d.form(),
                seller,
                d.recipient(),
                d.facts(),
                d.lines(),
                d.sums(),
                d.payment(),
                d.original(),
                d.wording());
    }

    static DocumentData settled(DocumentData d, DocumentData.Sums sums) {
        return new DocumentData(
                d.form(),
                d.seller(),
                d.recipient(),
                d.facts(),
                d.lines(),
                sums,
                d.payment(),
                d.original(),
                d.wording());
    }

    /** The same with a foot that asks otherwise. */
    static DocumentData footed(DocumentData d, PayFoot foot) {
        var f = d.form();
        return d.dressed(new Form(f.kind(), f.language(), f.look(), f.accent(), f.own(), foot), Optional.of(LOGO));
    }

    /** The same lines as another kind of document that asks for nothing. */
    static DocumentData shown(DocumentData d, Kind kind, DocumentData.Sums sums) {
        var form = new Form(kind, d.form().language(), d.form().look(), d.form().accent());
        return new DocumentData(
                form,
                d.seller(),
                d.recipient(),
                d.facts(),
                d.lines(),
                sums,
                Optional.empty(),
                Optional.empty(),
                d.wording());
    }

    static DocumentData reminder() {
        var d = document(
                new Form(Kind.REMINDER1, DocumentData.Language.SV, DocumentData.Look.KLASSISK, "#1f4e5f"),
                List.of(
                        Line.of("Kvar att betala av faktura 20260117", "", 1, Money.kronor(355), VatRate.EXEMPT),
                        Line.of("Påminnelseavgift", "Avtalad i villkoren", 1, Money.kronor(60), VatRate.EXEMPT)));
        return new DocumentData(
                d.form(),
                d.seller(),
                d.recipient(),
                new DocumentData.Facts("20260117", LocalDate.of(2027, 2, 10), Optional.of(DUE), Optional.empty(), ""),
                d.lines(),
                d.sums(),
                Optional.of(new DocumentData.Payment(OCR, LocalDate.of(2027, 2, 24))),
                Optional.of(new DocumentData.Original("20260117", ISSUED, DUE, Money.kronor(355))),
                d.wording());
    }

    static List<Line> licences(int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(n -> Line.of(
                        "Tävlingslicens 2027, Åsa " + n + ":a",
                        "Riksförbundet, segelflyg klass A, medlem " + (41200 + n),
                        1,
                        Money.ore(38400),
                        n % 5 == 2 ? VatRate.STANDARD : VatRate.EXEMPT))
                .toList());
    }

    /** Text in reading order, no-break spaces as spaces. */
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        } catch (IOException notAPdf) {
            throw new UncheckedIOException(notAPdf);
        }
    }

    private static Picture.Raster logo() {
        try (var stream = DocumentFixture.class.getResourceAsStream("fjall-vidd.png")) {
            return Picture.Raster.of(Objects.requireNonNull(stream).readAllBytes());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
