package se.aviso.it.plugin;

import java.util.List;
import org.pf4j.Extension;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

/** Adds twenty kronor for the members' magazine to what the list says; types for siblings it does not price. */
@Extension
public class MagazinePrice implements PricePosition {
    /** What stands with each line. */
    public static final String REASON = "Listans pris och 20 kronor till medlemstidningen.";

    private static final Money MAGAZINE = Money.kronor(20);

    @Override
    public String name() {
        return "TIDNING";
    }

    @Override
    public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
        return chunk.stream().map(MagazinePrice::price).toList();
    }

    private static PricedPosition price(Position position) {
        if (position.membershipType().startsWith("syskon")) {
            return new PricedPosition.Unpriced(position.id(), "Syskon har en egen regel.");
        }
        if (position.listed().isEmpty()) {
            return new PricedPosition.Unpriced(position.id(), "Listan har inget pris.");
        }
        var fees = position.listed().stream().map(MagazinePrice::fee).toList();
        return new PricedPosition.Priced(position.id(), fees, REASON);
    }

    private static PositionFee fee(PositionFee listed) {
        return listed.part() == PositionFee.Part.OWN
                ? new PositionFee(listed.part(), listed.amount().plus(MAGAZINE))
                : listed;
    }
}
