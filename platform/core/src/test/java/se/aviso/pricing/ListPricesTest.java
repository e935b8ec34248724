package se.aviso.pricing;

import se.aviso.spi.pricing.PricePosition;
import se.aviso.testkit.pricing.PricePositionContract;

class ListPricesTest extends PricePositionContract {
    @Override
    protected PricePosition pricing() {
        return new ListPrices();
    }
}
