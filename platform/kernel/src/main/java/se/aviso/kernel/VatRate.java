package se.aviso.kernel;

/**
 * A rate of value added tax in hundredths of a percent, or exemption.
 *
 * <p>Rates in force: 25, 12, 6 and 0 percent (mervärdesskattelagen 2023:200, chapter 9). Membership fees of a
 * non-profit association are normally exempt.
 */
public enum VatRate {
    STANDARD(2500),
    REDUCED(1200),
    LOW(600),
    ZERO(0),
    EXEMPT(0);

    private final int basisPoints;

    VatRate(int basisPoints) {
        this.basisPoints = basisPoints;
    }

    /** Hundredths of a percent: 2500 is 25 %. */
    public int basisPoints() {
        return basisPoints;
    }

    /** The tax contained in a gross amount, rounded half up to whole öre: the one place where VAT is rounded. */
    public Money containedIn(Money gross) {
        var denominator = 10_000L + basisPoints;
        var numerator = Math.multiplyExact(Math.abs(gross.minorUnits()), (long) basisPoints);
        var tax = (2 * numerator + denominator) / (2 * denominator);
        return new Money(gross.isNegative() ? -tax : tax, gross.currency());
    }
}
