package se.aviso.pricing.sibling;

import java.util.List;
import org.pf4j.Extension;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

/** The eldest child of a family pays what the list says; each child after it so many percent less of the own fee. */
@Extension
public class SiblingPrice implements PricePosition {
    private static final int WHOLE = 100;

    @Override
    public String name() {
        return "SYSKON";
    }

    @Override
    public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
        var percent = Integer.parseInt(context.setting("percent", "50"));
        var under = Integer.parseInt(context.setting("under", "18"));
        return chunk.stream().map(position -> price(position, percent, under)).toList();
    }

    private static PricedPosition price(Position position, int percent, int under) {
        if (position.listed().isEmpty()) {
            return new PricedPosition.Unpriced(position.id(), "Listan har inget pris.");
        }
        if (!hasOlderSibling(position, under)) {
            return new PricedPosition.Priced(position.id(), position.listed(), "Listans pris.");
        }
        var fees = position.listed().stream().map(fee -> reduced(fee, percent)).toList();
        return new PricedPosition.Priced(position.id(), fees, "Syskonrabatt, " + percent + " procent.");
    }

    private static boolean hasOlderSibling(Position position, int under) {
        return position.age() < under
                && position.family()
                        .filter(family -> family.older().stream().anyMatch(age -> age < under))
                        .isPresent();
    }

    /** In whole öre, what is lost by rounding taken off too. */
    private static PositionFee reduced(PositionFee fee, int percent) {
        if (fee.part() != PositionFee.Part.OWN) {
            return fee;
        }
        var left = Math.multiplyExact(fee.amount().minorUnits(), (long) WHOLE - percent) / WHOLE;
        return new PositionFee(fee.part(), new Money(left, fee.amount().currency()));
    }
}
