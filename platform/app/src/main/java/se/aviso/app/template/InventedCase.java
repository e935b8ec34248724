package se.aviso.app.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.aviso.app.dispatch.ChargeRows;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentData.Line;
import se.aviso.app.document.PayFoot;
import se.aviso.app.document.Seller;
import se.aviso.app.template.WorstCase.Reason;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.dunning.ReferenceRates;
import se.aviso.group.CodeChoice;
import se.aviso.group.SlipChoice;
import se.aviso.kernel.Iban;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * What is hard to fit and perhaps not there yet: tried on the group with the longest name, before a document needs it.
 */
record InventedCase(Reason reason, boolean english) {
    private static final int ROWS = 100;
    private static final int HALF_YEARS = 8;
    private static final int RATE = 1_125;
    private static final Money LATE = Money.kronor(12_500);
    private static final Money FEE = Money.kronor(60);
    private static final PayFoot FULL = new PayFoot(new SlipChoice(true, Optional.empty()), CodeChoice.BOTH);
    private static final Iban ACCOUNT = Iban.parse("SE45 5000 0000 0583 9825 7466");

    /** The rows of the case; none where those of the sample do. */
    List<Line> lines(LocalDate today) {
        return switch (reason) {
            case MANY_PAGES -> many();
            case LONGEST_BASIS -> charged(today);
            default -> List.of();
        };
    }

    private List<Line> many() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> Line.of(
                        said("Medlemsavgift för familj, person ", "Membership fee of a family, person ") + row,
                        "",
                        1,
                        Money.kronor(350),
                        VatRate.EXEMPT))
                .toList();
    }

    /** A claim that is four years late, with a rate for each half year. */
    private List<Line> charged(LocalDate today) {
        var first = ReferenceRates.halfYearOf(today).minusMonths(6L * HALF_YEARS);
        var stretches = IntStream.range(0, HALF_YEARS)
                .mapToObj(half -> new Arrears.Stretch(
                        first.plusMonths(6L * half),
                        first.plusMonths(6L * half + 6).minusDays(1),
                        LATE,
                        RATE))
                .toList();
        var interest = LATE.portion(RATE, 10_000).times(HALF_YEARS / 2);
        var basis = new ChargeBasis(
                Optional.of(new ChargeBasis.Fee(FEE, first.minusYears(1))),
                Optional.of(new ChargeBasis.Interest(
                        interest, ChargeBasis.Ground.AGREED_DUE_DAY, first.minusDays(1), false, stretches)));
        var rows = new ArrayList<Line>();
        rows.add(Line.of(said("Medlemsavgift", "Membership fee"), "", 1, LATE, VatRate.EXEMPT));
        rows.addAll(new ChargeRows(FEE.plus(FEE), interest.plus(FEE), Optional.of(basis), english).rows());
        return rows;
    }

    /** The document as hard as the case is. */
    DocumentData on(DocumentData sample) {
        return switch (reason) {
            case FULL_FOOT -> footed(sample, sample.seller());
            case IBAN_ALONE -> footed(sample, withoutGiro(sample.seller()));
            default -> sample;
        };
    }

    private static DocumentData footed(DocumentData d, Seller seller) {
        var f = d.form();
        return new DocumentData(
                new DocumentData.Form(f.kind(), f.language(), f.look(), f.accent(), f.own(), FULL),
                seller,
                d.recipient(),
                d.facts(),
                d.lines(),
                d.sums(),
                d.payment(),
                d.original(),
                d.wording());
    }

    private static Seller withoutGiro(Seller seller) {
        var account = seller.accounts().iban().or(() -> Optional.of(ACCOUNT));
        return new Seller(
                seller.name(),
                seller.address(),
                seller.registration(),
                new Seller.Accounts(
                        Optional.empty(),
                        Optional.empty(),
                        account,
                        seller.accounts().swish()),
                seller.contact(),
                seller.logo());
    }

    private String said(String swedish, String anglo) {
        return english ? anglo : swedish;
    }
}
