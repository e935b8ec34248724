package se.aviso.pricing;

import java.util.List;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

/** The price list has the last word: what types are priced by that name no plugin. */
public final class ListPrices implements PricePosition {
    @Override
    public String name() {
        return "LIST";
    }

    @Override
    public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
        return chunk.stream().map(ListPrices::price).toList();
    }

    private static PricedPosition price(Position position) {
        return position.listed().isEmpty()
                ? new PricedPosition.Unpriced(position.id(), "no price of the list holds")
                : new PricedPosition.Priced(position.id(), position.listed(), "the price list");
    }
}
