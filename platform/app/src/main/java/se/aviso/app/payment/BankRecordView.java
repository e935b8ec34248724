package se.aviso.app.payment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;

/** A payment as the bank wrote it. */
@Named
@RequestScoped
@Screen(path = "/payment/record.xhtml", needs = Permission.BANK_FILE_READ)
public class BankRecordView {
    @Inject
    FindBankRecord find;

    @Inject
    Address address;

    private FindBankRecord.@Nullable Shown shown;

    @PostConstruct
    void load() {
        address.id("id").flatMap(find::of).ifPresentOrElse(found -> shown = found, Absent::answer);
    }

    /** The record; null where there is none. */
    public FindBankRecord.@Nullable Shown getShown() {
        return shown;
    }
}
