package se.aviso.spi.accounting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A ledger entry (verifikation); its rows add up to nothing, and there are none where rules put both sides on one
 * account.
 *
 * @param id the entry's id
 * @param text what it is, without personal data
 */
public record Voucher(UUID id, LocalDate day, String text, List<VoucherRow> rows) {
    public Voucher {
        rows = List.copyOf(rows);
    }
}
