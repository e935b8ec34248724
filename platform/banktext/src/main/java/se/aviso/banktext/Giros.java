package se.aviso.banktext;

import java.util.Optional;
import java.util.function.Function;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.PlusgiroNumber;

/** Reads numbers to pay to as bank files write them; what is not valid is none. */
public final class Giros {
    private Giros() {}

    /** A bankgiro number of these digits. */
    public static Optional<GiroNumber> bankgiro(String digits) {
        return valid(digits, it -> GiroNumber.of(new BankgiroNumber(it)));
    }

    /** A plusgiro number of these digits. */
    public static Optional<GiroNumber> plusgiro(String digits) {
        return valid(digits, it -> GiroNumber.of(new PlusgiroNumber(it)));
    }

    /** An account by its IBAN. */
    public static Optional<GiroNumber> iban(String text) {
        return valid(text, it -> GiroNumber.of(Iban.parse(it)));
    }

    private static Optional<GiroNumber> valid(String text, Function<String, GiroNumber> number) {
        try {
            return Optional.of(number.apply(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
