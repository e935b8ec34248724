package se.aviso.pricing;

/** Which periods a price is for; the order is the code in the database. */
public enum PriceOccasion {
    ANY,
    FIRST,
    RENEWAL;

    boolean covers(PriceOccasion asked) {
        return this == ANY || this == asked;
    }
}
