package se.aviso.bank.bgmax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Giros;
import se.aviso.banktext.Problems;
import se.aviso.kernel.GiroNumber;

/** Reads whom a section (05) was paid to: a bankgiro, and the plusgiro that was converted to it, if any. */
final class ReceivingAccounts {
    private ReceivingAccounts() {}

    /** The bankgiro first; nothing at all without a valid one. */
    static List<GiroNumber> read(FixedRecord record, Problems problems) {
        var bankgiro = record.significant(3, 12).flatMap(Giros::bankgiro);
        if (bankgiro.isEmpty()) {
            return List.of();
        }
        var accounts = new ArrayList<>(List.of(bankgiro.get()));
        plusgiro(record, problems).ifPresent(accounts::add);
        return accounts;
    }

    private static Optional<GiroNumber> plusgiro(FixedRecord record, Problems problems) {
        var written = record.significant(13, 22);
        var plusgiro = written.flatMap(Giros::plusgiro);
        if (written.isPresent() && plusgiro.isEmpty()) {
            problems.note("BAD_PLUSGIRO", "the receiving plusgiro number is not valid and left out", record.place());
        }
        return plusgiro;
    }
}
