package se.aviso.app.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.app.document.Amounts;
import se.aviso.app.document.DocumentData.Line;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/**
 * Fee and interest as rows of a reminder, with what they rest on: terms and law of the fee; of the interest from when
 * it runs, by which rate, and for each stretch of days the rate and what it was reckoned on.
 *
 * @param fee all that is asked for, what is open of earlier reminders too; so is interest
 * @param basis as it was kept with the reminder; empty of a reminder from before any was kept
 */
public record ChargeRows(Money fee, Money interest, Optional<ChargeBasis> basis, boolean english) {
    /** The rows; none where neither is asked for. */
    public List<Line> rows() {
        var rows = new ArrayList<Line>();
        if (fee.isPositive()) {
            rows.add(row(said("Påminnelseavgift", "Reminder fee"), feeNote(), fee));
        }
        if (interest.isPositive()) {
            rows.add(row(said("Dröjsmålsränta", "Interest on arrears"), interestNote(), interest));
            basis.flatMap(ChargeBasis::interest)
                    .ifPresent(own -> own.stretches().forEach(days -> rows.add(Line.words(stretch(days)))));
        }
        return rows;
    }

    private static Line row(String text, String note, Money amount) {
        return Line.of(text, note, 1, amount, VatRate.EXEMPT);
    }

    private String feeNote() {
        var own = basis.flatMap(ChargeBasis::fee);
        var ground = own.map(agreed -> said("Avtalad i villkor från ", "Agreed in terms from ")
                        + agreed.agreedFrom()
                        + said(" (lagen 1981:739, 2 och 3 §§)", " (the Act 1981:739, sections 2 and 3)"))
                .orElse("");
        return withEarlier(ground, fee, own.map(ChargeBasis.Fee::amount));
    }

    private String interestNote() {
        var own = basis.flatMap(ChargeBasis::interest);
        var ground =
                own.map(reckoned -> since(reckoned) + "; " + rate(reckoned)).orElse("");
        return withEarlier(ground, interest, own.map(ChargeBasis.Interest::amount));
    }

    private String since(ChargeBasis.Interest reckoned) {
        return switch (reckoned.ground()) {
            case AGREED_DUE_DAY ->
                said("Från avtalad förfallodag ", "From the agreed due date ")
                        + reckoned.since()
                        + said(" (räntelagen 3 §)", " (Interest Act, section 3)");
            case DEMAND ->
                said("Från en månad efter kravet ", "From a month after the demand of ")
                        + reckoned.since()
                        + said(" (räntelagen 4 §)", " (Interest Act, section 4)");
        };
    }

    private String rate(ChargeBasis.Interest reckoned) {
        return reckoned.agreedRate()
                ? said("avtalad ränta", "agreed rate")
                : said("referensränta + 8 procentenheter (6 §)", "reference rate + 8 points (section 6)");
    }

    /** What is open of earlier reminders rests on what they said. */
    private String withEarlier(String ground, Money all, Optional<Money> own) {
        var earlier = all.minus(own.orElseGet(() -> Money.zero(all.currency())));
        if (basis.isEmpty() || !earlier.isPositive()) {
            return ground;
        }
        var from = said(" kr från tidigare påminnelser", " kr from earlier reminders");
        return ground.isEmpty()
                ? Amounts.written(earlier) + from
                : ground + said("; varav ", "; of which ") + Amounts.written(earlier) + from;
    }

    private String stretch(Arrears.Stretch days) {
        return days.firstDay() + "\u2013" + days.lastDay() + ": " + days.days()
                + (days.days() == 1 ? said(" dag, ", " day, ") : said(" dagar, ", " days, "))
                + Amounts.points(days.rate()) + said(" på ", " on ") + Amounts.written(days.amount()) + " kr";
    }

    private String said(String swedish, String anglo) {
        return english ? anglo : swedish;
    }
}
