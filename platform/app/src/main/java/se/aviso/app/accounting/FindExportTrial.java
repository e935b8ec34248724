package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.spi.accounting.Voucher;

/** Reads what an export that somebody wants would begin with, and whose rules would decide it. */
@ApplicationScoped
@Transactional
public class FindExportTrial {
    @Inject
    ExportedSeller sellers;

    @Inject
    BusinessDate businessDate;

    @Inject
    ExportRules rules;

    @Inject
    TellVouchers vouchers;

    /** Rules, and the first chunk that they would be asked about. */
    record Trial(ExportRules.Held held, List<Voucher> part) {
        Trial {
            part = List.copyOf(part);
        }
    }

    /** What is to be tried; nothing where no rules hold. */
    Optional<Trial> of(MakeAccountingExport.Wanted wanted) {
        var group = sellers.required(wanted.seller());
        wanted.period().requireExportable(businessDate.today());
        return rules.of(group.place().path()).map(held -> new Trial(held, vouchers.leaving(wanted)));
    }
}
