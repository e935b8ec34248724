package se.aviso.pricing;

/** Which part of what a membership costs a price is for; the order is the code in the database. */
public enum PricePart {
    /** The fee of the group that the member belongs to; the whole fee where the type tells no shares apart. */
    OWN,
    /** The fee of the district above. */
    DISTRICT,
    /** The fee of the federation. */
    FEDERATION,
    /** Paid once, with the first period. */
    ENTRY,
    /** The most that the fees of a family's members come to, entry fees apart. */
    FAMILY_CAP;

    /**
     * True for a part of each period's fee, which discounts and caps take off and a part of a period is reckoned of.
     */
    public boolean isFee() {
        return this == OWN || this == DISTRICT || this == FEDERATION;
    }
}
