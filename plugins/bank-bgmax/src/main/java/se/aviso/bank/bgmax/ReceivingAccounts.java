package se.aviso.bank.bgmax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.PlusgiroNumber;

/** Reads whom a section (05) was paid to: a bankgiro, and the plusgiro that was converted to it, if any. */
final class ReceivingAccounts {
    private ReceivingAccounts() {}

    /** The bankgiro first; nothing at all without a valid one. */
    static List<GiroNumber> read(BgMaxRecord record, Problems problems) {
        var bankgiro = record.significant(3, 12).flatMap(valid(digits -> GiroNumber.of(new BankgiroNumber(digits))));
        if (bankgiro.isEmpty()) {
            return List.of();
        }
        var accounts = new ArrayList<>(List.of(bankgiro.get()));
        plusgiro(record, problems).ifPresent(accounts::add);
        return accounts;
    }

    private static Optional<GiroNumber> plusgiro(BgMaxRecord record, Problems problems) {
        var written = record.significant(13, 22);
        var plusgiro = written.flatMap(valid(digits -> GiroNumber.of(new PlusgiroNumber(digits))));
        if (written.isPresent() && plusgiro.isEmpty()) {
            problems.note("BAD_PLUSGIRO", "the receiving plusgiro number is not valid and left out", record.place());
        }
        return plusgiro;
    }

    private static Function<String, Optional<GiroNumber>> valid(Function<String, GiroNumber> number) {
        return digits -> {
            try {
                return Optional.of(number.apply(digits));
            } catch (IllegalArgumentException notOne) {
                return Optional.empty();
            }
        };
    }
}
