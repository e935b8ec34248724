package se.aviso.payment;

/**
 * Which documents take which payments, as a number: the sum of those of two files is the same where every payment goes
 * to the same documents, and otherwise it differs, but for one chance in the number of longs.
 */
final class Goals {
    private static final long FACTOR = 1_000_003;

    private Goals() {}

    /** That of one payment, known by its place in the file. */
    static long of(Match match, Effects.Example payment) {
        var number = payment.record() * FACTOR + payment.byteOffset();
        for (var part : match.parts()) {
            var id = part.invoice().value();
            number = mixed(number * FACTOR + id.getMostSignificantBits());
            number = mixed(number * FACTOR + id.getLeastSignificantBits());
            number = number * FACTOR + part.amount().minorUnits();
        }
        return mixed(number);
    }

    /** Near numbers become far ones (the finaliser of MurmurHash3), so that a sum does not hide an exchange. */
    private static long mixed(long number) {
        var mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
