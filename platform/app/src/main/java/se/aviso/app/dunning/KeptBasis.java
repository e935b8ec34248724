package se.aviso.app.dunning;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.app.web.Json;
import se.aviso.dunning.Arrears;
import se.aviso.dunning.ChargeBasis;
import se.aviso.kernel.Money;

/** What a reminder's fee and interest rest on, as JSON beside the reminder: amounts in öre, rates in basis points. */
public final class KeptBasis {
    private static final TypeReference<Body> BODY = new TypeReference<>() {};

    private KeptBasis() {}

    private record Body(Optional<FeeBody> fee, Optional<InterestBody> interest) {}

    private record FeeBody(long ore, LocalDate agreedFrom) {}

    private record InterestBody(
            long ore, ChargeBasis.Ground ground, LocalDate since, boolean agreedRate, List<StretchBody> stretches) {}

    private record StretchBody(LocalDate firstDay, LocalDate lastDay, long ore, int rate) {}

    static String write(ChargeBasis basis) {
        return Json.write(new Body(
                basis.fee().map(fee -> new FeeBody(fee.amount().minorUnits(), fee.agreedFrom())),
                basis.interest().map(KeptBasis::body)));
    }

    private static InterestBody body(ChargeBasis.Interest interest) {
        return new InterestBody(
                interest.amount().minorUnits(),
                interest.ground(),
                interest.since(),
                interest.agreedRate(),
                interest.stretches().stream()
                        .map(each -> new StretchBody(
                                each.firstDay(), each.lastDay(), each.amount().minorUnits(), each.rate()))
                        .toList());
    }

    /** Reads what was kept with a reminder. */
    public static ChargeBasis read(String kept) {
        var body = Json.read(kept, BODY);
        return new ChargeBasis(
                body.fee().map(fee -> new ChargeBasis.Fee(Money.ore(fee.ore()), fee.agreedFrom())),
                body.interest().map(KeptBasis::interest));
    }

    private static ChargeBasis.Interest interest(InterestBody body) {
        return new ChargeBasis.Interest(
                Money.ore(body.ore()),
                body.ground(),
                body.since(),
                body.agreedRate(),
                body.stretches().stream()
                        .map(each -> new Arrears.Stretch(
                                each.firstDay(), each.lastDay(), Money.ore(each.ore()), each.rate()))
                        .toList());
    }
}
